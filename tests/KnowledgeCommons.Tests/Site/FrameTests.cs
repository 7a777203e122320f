using System.Net;
using KnowledgeCommons.Tests.Reading;

namespace KnowledgeCommons.Tests.Site;

public sealed class FrameTests : IAsyncLifetime
{
    private readonly TestSite _site = new();

    public Task InitializeAsync() => _site.PublishedAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_page_that_is_not_there_offers_a_search_with_the_words_of_its_address_and_a_person_who_gets_them()
    {
        var page = await _site.PageAsync("/articles/vpn/vpn-wont-start.html", HttpStatusCode.NotFound);
        Assert.Equal("This page is not here", page.Words("h1"));
        Assert.Equal("vpn wont start", Assert.Single(page.QuerySelectorAll("input[name=q]")).GetAttribute("value"));
        Assert.Equal("/help?search=vpn%20wont%20start", page.QuerySelector("main a.button")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task What_stands_in_an_address_comes_out_as_text()
    {
        var page = await _site.PageAsync("/articles/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", HttpStatusCode.NotFound);
        Assert.Null(page.QuerySelector("main img"));
    }

    [Fact]
    public async Task The_first_thing_on_a_page_leads_past_the_frame()
    {
        var page = await _site.PageAsync("/topics");
        var first = page.QuerySelector("body a");
        Assert.Equal("#kc-main", first?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#kc-main"));
    }

    [Fact]
    public async Task The_sheet_the_icon_and_the_script_of_a_page_are_there_and_kept_for_ever()
    {
        var page = await _site.PageAsync("/");
        foreach (var needed in new[] { "link[rel=stylesheet]", "link[rel=icon]", "script" })
        {
            var element = page.QuerySelector(needed);
            using var response = await _site.Client.GetAsync(element?.GetAttribute("href") ?? element?.GetAttribute("src"));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
    }
}
