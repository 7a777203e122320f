using System.Net;

namespace KnowledgeCommons.Tests.Reading;

public sealed class TopicPagesTests(TopicShelves shelf) : IClassFixture<TopicShelves>
{
    private readonly TestSite _site = shelf.Site;

    [Fact]
    public async Task The_start_offers_the_search_first_then_topics_with_counts_then_what_is_new_and_a_person()
    {
        var page = await _site.PageAsync("/");
        Assert.Equal("What can we help you with?", page.Words("h1"));
        Assert.Single(page.QuerySelectorAll("form[role=search]"));
        Assert.Equal(["Networks Getting connected. 2 articles", "Printing 101 articles"], page.QuerySelectorAll(".topic").Select(topic => topic.Words()));
        Assert.Equal(["The cable", "VPN is off"], page.QuerySelectorAll(".articles a").Select(link => link.TextContent).Take(2));
        Assert.Contains("Ada Byron will take it from there", page.Words(".person-card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_shows_the_topics_below_it_and_its_articles_by_title()
    {
        var page = await _site.PageAsync("/topics/networks");
        Assert.Equal("Networks", page.Words("h1"));
        Assert.Equal("/topics/networks/vpn", page.QuerySelector(".topic a")?.GetAttribute("href"));
        Assert.Equal(["The cable"], page.QuerySelectorAll(".articles a").Select(link => link.TextContent));
        Assert.Equal("All topics Networks", (await _site.PageAsync("/topics/networks/vpn")).Words("nav.trail"));
    }

    [Fact]
    public async Task A_long_topic_comes_in_pages_of_a_hundred()
    {
        Assert.Equal(100, (await _site.PageAsync("/topics/printing")).QuerySelectorAll(".articles a").Length);
        var second = await _site.PageAsync("/topics/printing?page=2");
        Assert.Equal(["Printer 101"], second.QuerySelectorAll(".articles a").Select(link => link.TextContent));
        Assert.Equal("/topics/printing", second.QuerySelector("a[rel=prev]")?.GetAttribute("href"));
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Articles_in_no_folder_stand_on_the_page_of_all_topics()
    {
        Assert.Equal(["/articles/loose"], (await _site.PageAsync("/topics")).QuerySelectorAll(".articles a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/topics/Networks", "/topics/networks")]
    [InlineData("/topics/networks/", "/topics/networks")]
    [InlineData("/topics/", null)]
    public async Task Other_spellings_of_a_topic_lead_to_it(string asked, string? leadsTo) =>
        Assert.Equal(leadsTo, await _site.LeadsToAsync(asked));

    [Theory]
    [InlineData("/topics/nothing")]
    [InlineData("/topics/printing?page=3")]
    [InlineData("/topics/printing?page=0")]
    [InlineData("/topics/printing?page=-1")]
    [InlineData("/topics/printing?page=99999999999")]
    [InlineData("/topics/printing?page=x")]
    public async Task A_topic_or_page_that_is_not_there_answers_404(string address) => await _site.PageAsync(address, HttpStatusCode.NotFound);
}
