using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Desk;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Desk.Gaps;

public sealed class SearchGapsTests : IAsyncLifetime
{
    private readonly TestSite _site = new();

    public Task InitializeAsync() => _site.StartAsync();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Most_contacts_come_first_then_most_people_who_got_nothing()
    {
        var teams = Keep("ada", "Teams: no sound!");
        Keep("robin", "TEAMS no sound");
        Keep("sam", "teams no sound");
        var vpn = Keep("ada", "vpn 809", "a");
        KeepOthers("vpn 809", "a");
        await ContactAsync(vpn);
        await ContactAsync(vpn);
        await ContactAsync(teams);
        foreach (var reader in (string[])["ada", "robin", "sam"]) Keep(reader, "beamer", "a", "b");
        Assert.Equal(
            [("vpn 809", 2L, 3L, 0L, 3L), ("teams no sound", 1L, 3L, 3L, 0L), ("beamer", 0L, 3L, 0L, 3L)],
            (await GapsAsync()).Select(gap => (gap.Words, gap.Contacts, gap.Readers, gap.NothingFound, gap.NothingOpened)));
    }

    [Fact]
    public async Task A_case_counts_once_whether_it_came_from_the_search_or_names_it_or_both()
    {
        KeepOthers("screen flickers", "a");
        var first = Keep("ada", "screen flickers", "a");
        Pass(minutes: 1);
        var second = Keep("ada", "screen flickers", "a");
        await ContactAsync(second, first, second);
        Pass(minutes: 1);
        Keep("ada", "unrelated", "a");
        Assert.Equal([("screen flickers", 1L)], (await GapsAsync()).Select(gap => (gap.Words, gap.Contacts)));
    }

    [Fact]
    public async Task Keystrokes_are_one_search_and_what_follows_from_any_of_them_follows_from_it()
    {
        KeepOthers("printer on fire");
        var former = Keep("ada", "pritner");
        Pass(seconds: 5);
        Keep("ada", "printer on");
        Pass(seconds: 5);
        Keep("ada", "printer on fire");
        await ContactAsync(former);
        var gap = Assert.Single(await GapsAsync());
        Assert.Equal(("printer on fire", 3L, 1L, 3L, 0L), (gap.Words, gap.Readers, gap.Contacts, gap.NothingFound, gap.CameBack));
    }

    [Fact]
    public async Task Whoever_searches_again_within_half_a_minute_of_searching_or_opening_came_back()
    {
        foreach (var words in (string[])["came at once", "came after reading", "stayed away"]) KeepOthers(words, "a");
        await ContactAsync(Keep("ada", "came at once", "a"));
        Pass(seconds: 29);
        Keep("ada", "something else", "a");

        var opened = Keep("robin", "came after reading", "a");
        await ContactAsync(opened);
        Pass(minutes: 20);
        Open("robin", opened, "a");
        Pass(seconds: 30);
        Keep("robin", "something else", "a");

        await ContactAsync(Keep("sam", "stayed away", "a"));
        Pass(seconds: 31);
        Keep("sam", "something else", "a");
        var gaps = (await GapsAsync()).ToDictionary(gap => gap.Words, gap => gap.CameBack);
        Assert.Equal((1L, 1L, 0L), (gaps["came at once"], gaps["came after reading"], gaps["stayed away"]));
    }

    [Fact]
    public async Task Whoever_opened_something_in_the_end_did_not_get_nothing()
    {
        Keep("ada", "mail", "a");
        Keep("robin", "mail", "a");
        Keep("sam", "mail", "a");
        Pass(minutes: 1);
        Open("ada", Keep("ada", "mail", "a"), "a");
        Assert.Equal((3L, 2L), Assert.Single((await GapsAsync()).Select(gap => (gap.Readers, gap.NothingOpened))));
    }

    [Fact]
    public async Task Words_that_fewer_than_three_people_used_stay_theirs_whatever_came_of_them()
    {
        Keep("ada", "my manager shouts at this laptop", "a");
        Keep("robin", "My manager shouts at this laptop.");
        await ContactAsync(Keep("robin", "my manager shouts at this laptop", "a"));
        Keep("ada", "", "a");
        Assert.Empty(await GapsAsync());
        Keep("sam", "my manager shouts at this laptop", "a");
        Assert.Equal(["my manager shouts at this laptop"], (await GapsAsync()).Select(gap => gap.Words));
    }

    [Fact]
    public async Task After_28_days_a_gap_is_forgotten()
    {
        Keep("ada", "beamer");
        KeepOthers("beamer");
        _site.Time.Advance(TimeSpan.FromDays(28));
        Assert.Single(await GapsAsync());
        Pass(seconds: 1);
        Assert.Empty(await GapsAsync());
    }

    private Task<IReadOnlyList<Gap>> GapsAsync() => _site.Services.GetRequiredService<SearchGaps>().AllAsync(CancellationToken.None);

    private void Pass(int minutes = 0, int seconds = 0) => _site.Time.Advance(new TimeSpan(0, minutes, seconds));

    private string Keep(string reader, string query, params string[] slugs) => _site.Services.GetRequiredService<SearchLog>().Keep(new Reader(reader),
        new SearchAnswer(query, slugs.Length, [.. slugs.Select(slug => new SearchHit(Slug.Parse(slug, null), slug, "", new Section("", "", 1), new Snippet([]), 1))]));

    /// <summary>Two more people with the same words: three are shown.</summary>
    private void KeepOthers(string query, params string[] slugs)
    {
        Keep(query + " 1", query, slugs);
        Keep(query + " 2", query, slugs);
    }

    private void Open(string reader, string search, string slug) =>
        _site.Services.GetRequiredService<SearchLog>().Opened(new Reader(reader), search, Slug.Parse(slug, null));

    /// <summary>A case that one search led to and that names others.</summary>
    private async Task ContactAsync(string led, params string[] named)
    {
        var id = Guid.NewGuid().ToString();
        await _site.ExecuteAsync(
            """
            INSERT INTO help_case (id, number, token_hash, reader, search, topic, problem, impact, people, reach, owner_name, state, opened_at)
            SELECT @id, COALESCE(MAX(number), 0) + 1, @id, 'x', @led, '', 'It does not work', 'slowed', 'me', 'here', 'Ada Byron', 'received', @at FROM help_case
            """, new { id, led, at = _site.Time.GetUtcNow() });
        foreach (var (position, search) in named.Index())
            await _site.ExecuteAsync("INSERT INTO case_line (case_id, position, kind, words, reference) VALUES (@id, @position, 'search', '', @search)", new { id, position, search });
    }
}
