using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

public sealed class NarrowingTests
{
    private static readonly SearchScope Scope = new(
        [new("printing", "Printing", 4), new("printing/labels", "Labels", 2), new("network", "Network", 9), new("phones", "Phones", 1)],
        ["macos", "web", "windows"], ["de", "en"]);

    private static readonly SearchAnswer Counted = new("", 20, [CannedEngine.Hit("a")])
    {
        Counts = new(
            new Dictionary<string, int> { ["printing"] = 3, ["printing/labels"] = 2, ["network"] = 7 },
            new Dictionary<string, int> { ["windows"] = 12, ["web"] = 20 },
            new Dictionary<string, int> { ["en"] = 17, ["de"] = 3 })
    };

    [Fact]
    public async Task Chips_say_how_many_they_leave_and_those_that_change_nothing_are_left_out()
    {
        var chips = await ChipsAsync("/search?q=printer", Counted);
        Assert.Equal(["Network · 7", "Printing · 5", "Labels · 2", "Windows · 12", "Deutsch · 3", "English · 17"], chips);
    }

    [Fact]
    public async Task What_is_chosen_is_offered_only_to_be_taken_away()
    {
        await using var site = await new TestSite().Using<ISearchEngine>(new CannedEngine(Counted, Scope)).StartAsync();
        var page = await site.Client.PageAsync("/search?q=printer&for=windows&lang=de");
        Assert.Equal(["Windows", "Deutsch"], page.QuerySelectorAll(".chip.chosen .words").Select(words => words.TextContent));
        Assert.Equal(["/search?q=printer&lang=de", "/search?q=printer&for=windows"], page.Links(".chip.chosen"));
        Assert.Equal(["/search?q=printer&topic=network&for=windows&lang=de", "/search?q=printer&topic=printing&for=windows&lang=de",
            "/search?q=printer&topic=printing%2Flabels&for=windows&lang=de"], page.Links(".chip:not(.chosen)"));
    }

    [Fact]
    public async Task A_filter_that_leaves_nothing_can_be_taken_away_by_itself()
    {
        await using var site = await new TestSite().Using<ISearchEngine>(new CannedEngine(new("", 0, []), Scope)).StartAsync();
        var page = await site.Client.PageAsync("/search?q=printer&for=windows&topic=network&literal=1");
        Assert.Equal(["/search?q=printer&for=windows&literal=1", "/search?q=printer&topic=network&literal=1"], page.Links("a.chip"));
        Assert.Contains("/search?q=printer&literal=1", page.Links("main a"));
        Assert.Equal("Nothing fits with what you chose. There may be something in all the articles.", page.QuerySelector("main [role=status]")?.TextContent);
        Assert.Empty(page.QuerySelectorAll("[data-when=offered]"));
    }

    [Fact]
    public async Task A_platform_that_no_article_names_is_shown_as_text_and_not_offered_for_keeping()
    {
        await using var site = await new TestSite().Using<ISearchEngine>(new CannedEngine(Counted, Scope)).StartAsync();
        var page = await site.Client.PageAsync("/search?q=printer&for=" + Uri.EscapeDataString("\"><b>x"));
        Assert.Equal("\"><b>x", page.QuerySelector(".chip.chosen .words")?.TextContent);
        Assert.Empty(page.QuerySelectorAll("main b, [data-when=offered]"));
    }

    private static async Task<string[]> ChipsAsync(string address, SearchAnswer answer)
    {
        await using var site = await new TestSite().Using<ISearchEngine>(new CannedEngine(answer, Scope)).StartAsync();
        return [.. (await site.Client.PageAsync(address)).QuerySelectorAll("nav.narrow-by a").Select(link => link.TextContent.Trim())];
    }
}
