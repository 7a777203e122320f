using System.Net;
using Dapper;
using KnowledgeCommons.Server.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class HelpSendingTests
{
    [Fact]
    public async Task The_form_as_it_stands_becomes_a_case_with_the_whole_story()
    {
        await using var site = await HelpSite.StartAsync();
        var fields = (await site.Client.PageAsync($"/help?article={HelpSite.Vpn}&problem=VPN+says+809")).Fields("/help");
        var receipt = await site.Client.AskAsync([.. fields, ("tried", "restart-the-client")]);
        var story = await StoryAsync(site);
        Assert.Equal(("VPN says 809", "network/vpn", "network", "ana", "Ana Ruiz", "ben"),
            (story.Case.Problem, story.Case.Article, story.Case.Topic, story.Case.Owner, story.Case.OwnerName, story.Case.Deputy));
        Assert.Equal(site.Article(HelpSite.Vpn).Revision.Value, story.Case.Revision);
        Assert.Equal([("article", "The VPN says 809"), ("tried", "Restart the client")], story.Lines.Select(line => (line.Kind, line.Words)));
        Assert.Equal(site.Time.GetUtcNow().AddHours(4), story.Case.PromiseBy);
        Assert.Matches("^/receipts/c[A-Za-z0-9_-]{22}$", receipt);
        Assert.DoesNotContain(receipt[10..], story.Case.TokenHash);
    }

    [Fact]
    public async Task A_line_whose_tick_was_taken_away_is_stored_nowhere()
    {
        await using var site = await HelpSite.StartAsync();
        var fields = (await site.Client.PageAsync($"/help?article={HelpSite.Vpn}&problem=Help")).Fields("/help");
        await site.Client.AskAsync([.. fields.Where(field => field.Name != "article")]);
        var story = await StoryAsync(site);
        Assert.Equal("Ana Ruiz", story.Case.OwnerName);
        Assert.Empty(story.Lines);
        Assert.DoesNotContain(HelpSite.Vpn, story.Case.ToString());
        Assert.DoesNotContain("network", story.Case.ToString());
        Assert.Null(story.Case.Revision);
    }

    [Fact]
    public async Task Words_alone_are_enough()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "Help"));
        var stored = (await StoryAsync(site)).Case;
        Assert.Equal(("slowed", "me", "here"), (stored.Impact, stored.People, stored.Reach));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_case()
    {
        await using var site = await HelpSite.StartAsync();
        var fields = (await site.Client.PageAsync("/help?problem=Help")).Fields("/help");
        using var withoutCookies = site.NewReader();
        var both = await Task.WhenAll(site.Client.AskAsync([.. fields]), withoutCookies.AskAsync([.. fields]));
        Assert.Equal(both[0], both[1]);
        Assert.Single(await AllAsync(site));
    }

    [Fact]
    public async Task The_same_form_with_other_words_adds_them_to_the_case()
    {
        await using var site = await HelpSite.StartAsync();
        var fields = (await site.Client.PageAsync("/help")).Fields("/help").Where(field => field.Name != "problem").ToList();
        var receipt = await site.Client.AskAsync([.. fields, ("problem", "Help")]);
        Assert.Equal(receipt, await site.Client.AskAsync([.. fields, ("problem", "Help, it smells of smoke")]));
        Assert.Equal(["opened", "said"], (await StoryAsync(site)).Events.Select(entry => entry.Kind));
        Assert.Contains("Help, it smells of smoke", (await site.Client.PageAsync(receipt)).Text("ol.timeline"));
    }

    [Fact]
    public async Task The_same_words_of_the_same_reader_count_once_within_two_minutes()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "Help"));
        site.Time.Advance(TimeSpan.FromSeconds(110));
        Assert.Equal(receipt, await site.Client.AskAsync(("problem", "Help")));
        site.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.NotEqual(receipt, await site.Client.AskAsync(("problem", "Help")));
    }

    [Fact]
    public async Task The_same_words_of_another_reader_are_another_case()
    {
        await using var site = await HelpSite.StartAsync();
        using var other = site.NewReader();
        Assert.NotEqual(await site.Client.AskAsync(("problem", "Help")), await other.AskAsync(("problem", "Help")));
        Assert.Equal([1, 2], (await AllAsync(site)).Select(stored => stored.Number).Order());
    }

    [Fact]
    public async Task Asking_again_about_the_same_article_within_a_week_is_known_as_a_repeat()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        site.Time.Advance(TimeSpan.FromDays(6));
        var again = await site.Client.AskAsync(("problem", "VPN, still"), ("article", HelpSite.Vpn));
        Assert.Contains("You asked about this on 23 November 2026. Ana Ruiz has the old notes.", (await site.Client.PageAsync(again)).Text("main"));
        site.Time.Advance(TimeSpan.FromDays(8));
        await site.Client.AskAsync(("problem", "VPN, another time"), ("article", HelpSite.Vpn));
        var stored = (await AllAsync(site)).OrderBy(row => row.Number).ToList();
        Assert.Equal([null, stored[0].Id, null], stored.Select(row => row.RepeatOf));
    }

    [Fact]
    public async Task Two_thousand_people_within_one_minute_each_get_a_number_a_name_and_a_promise_of_their_own()
    {
        const int people = 2_000;
        await using var site = await HelpSite.StartAsync();
        using var crowd = site.NewReader();
        var receipts = await Task.WhenAll(Enumerable.Range(0, people).Select(person => crowd.AskAsync(("problem", $"Nothing works for {person}"))));
        Assert.Equal(people, receipts.Distinct().Count());
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(site.Data, "knowledge-commons.db")};Mode=ReadOnly;Pooling=False");
        Assert.Equal((people, people, 0), await connection.QuerySingleAsync<(long, long, long)>(
            "SELECT COUNT(DISTINCT number), MAX(number), SUM(owner_name = '' OR promise_by IS NULL) FROM help_case"));
    }

    private static async Task<Story> StoryAsync(TestSite site) =>
        await site.Services.GetRequiredService<Cases>().FindByNumberAsync(1, CancellationToken.None) ?? throw new InvalidOperationException("No case was opened.");

    private static Task<IReadOnlyList<CaseRow>> AllAsync(TestSite site) => site.Services.GetRequiredService<CaseQueue>().AllAsync(CancellationToken.None);
}
