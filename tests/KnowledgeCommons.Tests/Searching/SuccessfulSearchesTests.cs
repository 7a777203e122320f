using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Searching;

public sealed class SuccessfulSearchesTests
{
    private const string Offline = "printing/offline";
    private const string Jam = "printing/jam";

    [Fact]
    public async Task What_fixed_it_for_five_people_is_suggested_within_a_minute()
    {
        await using var site = await SearchSite.StartAsync();
        await PeopleAsync(4, site, "Printer: blue light!", Offline);
        await FiveAsync(site, "jammed printer", Jam);
        await SuggestedAsync(site, "ja", "jammed printer");
        Assert.Empty(Known(site).StartingWith("pr", 9, _ => true));
        await SolveAsync(site, "printer blue light", Offline);
        await SuggestedAsync(site, "printer bl", "printer blue light");
        var found = Assert.Single(Known(site).StartingWith("PRINTER, bl", 9, _ => true));
        Assert.Equal((5L, Offline), (found.People, found.Article.Value));
        Assert.Equal(
            """{"suggestions":[{"kind":"article","title":"The printer is offline","slug":"printing/offline","url":"/articles/printing/offline"},"""
            + """{"kind":"search","title":"printer blue light","slug":"printing/offline","url":"/search?q=printer%20blue%20light"}]}""",
            await site.Client.GetStringAsync("/api/v1/suggest?q=printer"));
        Assert.Equal("Search for “{words}”", (await site.Client.PageAsync("/")).QuerySelector("input[data-suggest]")?.GetAttribute("data-suggest-search"));
    }

    [Fact]
    public async Task One_persons_repeats_answers_without_opening_it_and_anothers_search_count_for_nothing()
    {
        await using var site = await SearchSite.StartAsync();
        await PeopleAsync(4, site, "printer blue light", Offline);
        using var eager = site.NewReader();
        for (var time = 0; time < 5; time++) await SolveAsync(site, "printer paper", Jam, eager);
        using var hasty = site.NewReader();
        await hasty.SayAsync(Offline, "fixed", ("search", await SearchAsync(hasty, "printer blue light")));
        using var stranger = site.NewReader();
        var theirs = await SearchAsync(hasty, "printer blue light");
        await hasty.GetAsync($"/search/open?search={theirs}&article={Offline}");
        await stranger.SayAsync(Offline, "fixed", ("search", theirs));
        await FiveAsync(site, "jammed printer", Jam);
        await SuggestedAsync(site, "ja", "jammed printer");
        Assert.Empty(Known(site).StartingWith("pr", 9, _ => true));
    }

    [Fact]
    public async Task Fresh_pseudonyms_put_no_words_there_in_an_afternoon_even_when_some_come_back()
    {
        await using var site = await SearchSite.StartAsync();
        using var first = site.NewReader();
        using var second = site.NewReader();
        foreach (var one in (HttpClient[])[first, second]) await SolveAsync(site, "printer is rubbish", Jam, one);
        for (var reader = 0; reader < 8; reader++) await SolveAsync(site, "printer is rubbish", Jam);
        site.Time.Advance(TimeSpan.FromDays(1));
        await SolveAsync(site, "printer is rubbish", Offline, first);
        await SolveAsync(site, "printer is rubbish", Offline);
        site.Time.Advance(TimeSpan.FromDays(1));
        await SolveAsync(site, "printer is rubbish", Offline, second);
        await FiveAsync(site, "jammed printer", Jam);
        await SuggestedAsync(site, "ja", "jammed printer");
        Assert.Empty(Known(site).StartingWith("pr", 9, _ => true));
        await SolveAsync(site, "printer is rubbish", Jam);
        await SuggestedAsync(site, "pr", "printer is rubbish");
    }

    [Theory]
    [InlineData("not-fixed", 4)]
    [InlineData("came-back", 4)]
    [InlineData("only-reading", 5)]
    [InlineData("fixed", 5)]
    public async Task The_newest_answer_of_a_reader_counts(string later, int people)
    {
        await using var site = await SearchSite.StartAsync();
        await FiveAsync(site, "jammed printer", Jam);
        await PeopleAsync(4, site, "printer blue light", Offline);
        using var undecided = site.NewReader();
        await SolveAsync(site, "printer blue light", Offline, undecided);
        site.Time.Advance(TimeSpan.FromSeconds(1));
        using var said = await undecided.SayAsync(Offline, later);
        await SuggestedAsync(site, "ja", "jammed printer");
        Assert.Equal(people == 5, Known(site).StartingWith("printer bl", 9, _ => true).Count == 1);
    }

    [Fact]
    public async Task After_180_days_and_when_its_article_is_gone_a_search_is_suggested_no_more()
    {
        await using var site = await SearchSite.StartAsync();
        await FiveAsync(site, "printer blue light", Offline);
        await FiveAsync(site, "jammed printer", Jam);
        await SuggestedAsync(site, "pr", "printer blue light");
        File.Delete(Path.Combine(site.Articles, Offline + ".md"));
        await EventuallyAsync(site, () => Known(site).StartingWith("pr", 9, _ => true).Count == 0);
        Assert.Single(Known(site).StartingWith("ja", 9, _ => true));
        site.Time.Advance(TimeSpan.FromDays(181));
        await EventuallyAsync(site, () => Known(site).StartingWith("ja", 9, _ => true).Count == 0);
    }

    [Fact]
    public void Those_that_helped_most_people_come_first_and_what_is_typed_in_full_is_no_suggestion()
    {
        var known = new SuccessfulSearches();
        known.Replace([Of("vpn", 9), Of("vpn hotel", 5), Of("vpn 809", 7), Of("vpn rare", 4), Of("teams", 8)]);
        Assert.Equal(["vpn", "vpn 809", "vpn hotel"], known.StartingWith("vp", 9, _ => true).Select(search => search.Words));
        Assert.Equal(["vpn 809"], known.StartingWith("VPN", 1, _ => true).Select(search => search.Words));
        Assert.Empty(known.StartingWith("v", 9, _ => true));
        Assert.Empty(known.StartingWith("", 9, _ => true));

        static SuccessfulSearch Of(string words, long people) => new(words, people, Slug.Parse("a", null));
    }

    [Fact]
    public async Task At_most_three_searches_stand_behind_at_most_eight_suggestions_in_all()
    {
        var site = new TestSite();
        await using var _ = site;
        for (var number = 0; number < 9; number++) site.Write($"printer-{number}.md", $"# Printer number {number}\n\nText.\n");
        await site.StartAsync();
        await Eventually.HoldsAsync(async () => (await site.Client.GetStringAsync("/api/v1/suggest?q=printer")).Contains("number", StringComparison.Ordinal));
        Known(site).Replace(Enumerable.Range(0, 9).Select(number => new SuccessfulSearch($"printer word {number}", 5 + number, Slug.Parse("printer-1", null))));
        var reply = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/suggest?q=printer");
        Assert.Equal(
            ["article", "article", "article", "article", "article", "printer word 8", "printer word 7", "printer word 6"],
            reply.GetProperty("suggestions").EnumerateArray().Select(found => found.GetProperty(found.GetProperty("kind").ValueEquals("search") ? "title" : "kind").GetString()));
    }

    [Fact]
    public void A_section_is_suggested_with_its_heading_and_its_place()
    {
        var found = SuggestReplyItem.Of(new Suggestion("The printer is offline", Slug.Parse(Offline, null)) { Section = new Section("check-the-cable", "Check the cable", 2) });
        Assert.Equal(
            """{"kind":"section","title":"The printer is offline","slug":"printing/offline","url":"/articles/printing/offline#check-the-cable","heading":"Check the cable"}""",
            JsonSerializer.Serialize(found, JsonSerializerOptions.Web));
    }

    private static SuccessfulSearches Known(TestSite site) => site.Services.GetRequiredService<SuccessfulSearches>();

    private static Task FiveAsync(TestSite site, string query, string slug) => PeopleAsync(5, site, query, slug);

    // On three days.
    private static async Task PeopleAsync(int people, TestSite site, string query, string slug)
    {
        for (var reader = 0; reader < people; reader++)
        {
            if (reader < 3) site.Time.Advance(TimeSpan.FromDays(1));
            await SolveAsync(site, query, slug);
        }
    }

    /// <summary>Somebody searches, opens a hit and says that it fixed the problem.</summary>
    private static async Task SolveAsync(TestSite site, string query, string slug, HttpClient? who = null)
    {
        using var somebody = site.NewReader();
        var reader = who ?? somebody;
        await reader.GetAsync($"/search/open?search={await SearchAsync(reader, query)}&article={slug}");
        await reader.GetAsync($"/articles/{slug}");
        await reader.ReceiptAsync(slug, "fixed");
    }

    private static async Task<string> SearchAsync(HttpClient reader, string query) =>
        (await reader.PageAsync("/search?q=" + Uri.EscapeDataString(query))).Links("li.hit h2 a")[0].Split("search=")[1].Split('&')[0];

    private static Task SuggestedAsync(TestSite site, string typed, string words) =>
        EventuallyAsync(site, () => Known(site).StartingWith(typed, 9, _ => true).Any(search => search.Words == words));

    // The clock is moved again and again, because the work may not wait on it yet.
    private static Task EventuallyAsync(TestSite site, Func<bool> holds) => Eventually.HoldsAsync(() =>
    {
        site.Time.Advance(TimeSpan.FromMinutes(1));
        return Task.FromResult(holds());
    });
}
