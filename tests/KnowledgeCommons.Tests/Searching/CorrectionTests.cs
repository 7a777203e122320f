using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

public sealed class CorrectionTests
{
    private static readonly SearchAnswer Corrected = new("", 25, [CannedEngine.Hit("a"), CannedEngine.Hit("b")])
    {
        Corrected = "printer",
        Counts = new(new Dictionary<string, int>(), new Dictionary<string, int> { ["windows"] = 12 }, new Dictionary<string, int>())
    };

    private readonly CannedEngine _engine = new(Corrected, new([], ["windows"], ["en"]));

    [Fact]
    public async Task A_correction_is_said_and_can_be_taken_back()
    {
        await using var site = await new TestSite().Using<ISearchEngine>(_engine).StartAsync();
        var page = await site.Client.PageAsync("/search?q=pritner&for=windows");
        Assert.Equal("Showing results for printer.", page.QuerySelector(".corrected span")?.TextContent);
        var back = page.QuerySelector(".corrected a");
        Assert.Equal("Search instead for pritner", back?.TextContent);
        Assert.Equal("/search?q=pritner&for=windows&literal=1", back?.GetAttribute("href"));
        Assert.False(_engine.Asked?.IsLiteral);
        Assert.Equal("pritner", page.QuerySelector("#kc-q")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Words_that_are_meant_as_typed_stay_so_through_pages_and_filters()
    {
        await using var site = await new TestSite().Using<ISearchEngine>(_engine).StartAsync();
        var page = await site.Client.PageAsync("/search?q=pritner&literal=1");
        Assert.True(_engine.Asked?.IsLiteral);
        Assert.Null(page.QuerySelector(".corrected"));
        Assert.Equal(["/search?q=pritner&for=windows&literal=1"], page.Links(".narrow-by a"));
        Assert.Equal("/search?q=pritner&literal=1&page=2", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_correction_that_finds_nothing_here_is_still_said()
    {
        var engine = new CannedEngine(new("", 0, []) { Corrected = "printer" }, SearchScope.Nothing);
        await using var site = await new TestSite().Using<ISearchEngine>(engine).StartAsync();
        var page = await site.Client.PageAsync("/search?q=pritner&topic=x");
        Assert.Equal("Showing results for printer.", page.QuerySelector(".corrected span")?.TextContent);
    }

    [Fact]
    public async Task Programs_are_told_and_can_ask_for_the_words_as_typed()
    {
        await using var site = await new TestSite().Using<ISearchEngine>(_engine).StartAsync();
        Assert.Equal("printer", await CorrectedAsync("q=pritner"));
        Assert.Null(await CorrectedAsync("q=pritner&literal=1"));
        Assert.True(_engine.Asked?.IsLiteral);

        async Task<string?> CorrectedAsync(string query) =>
            (await site.Client.GetFromJsonAsync<JsonElement>($"/api/v1/search?{query}")).GetProperty("corrected").GetString();
    }

    [Fact]
    public async Task What_was_corrected_is_shown_as_text()
    {
        var engine = new CannedEngine(Corrected with { Corrected = "<b>{query}</b>" }, SearchScope.Nothing);
        await using var site = await new TestSite().Using<ISearchEngine>(engine).StartAsync();
        var page = await site.Client.PageAsync("/search?q=" + Uri.EscapeDataString("<i>{query}</i>"));
        Assert.Empty(page.QuerySelectorAll("main b, main i"));
        Assert.Equal("Showing results for <b>{query}</b>.", page.QuerySelector(".corrected span")?.TextContent);
        Assert.Equal("Search instead for <i>{query}</i>", page.QuerySelector(".corrected a")?.TextContent);
    }
}
