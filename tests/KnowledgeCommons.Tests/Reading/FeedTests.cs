using System.Xml.Linq;

namespace KnowledgeCommons.Tests.Reading;

public sealed class FeedTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private readonly TestSite _site = new();

    public Task InitializeAsync() => _site
        .Write("a b/old.md", "---\ntitle: Old & <tired>\nreviewed_on: 2026-01-05\n---\nText.\n")
        .Write("new.md", "---\ntitle: \"New \\x01\"\nreviewed_on: 2026-11-05\n---\nText.\n")
        .Write("undated.md", "# Undated\n\nText.\n")
        .PublishedAsync("--Site:BaseUrl=https://help.example.com/");

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_feed_tells_what_changed_lately_newest_first_at_the_address_people_use()
    {
        var feed = XDocument.Parse(await _site.Client.GetStringAsync("/feed.xml"));
        Assert.Equal(["New", "Old & <tired>"], feed.Descendants(Atom + "entry").Select(entry => entry.Element(Atom + "title")?.Value.Trim()));
        Assert.Equal(
            ["https://help.example.com/articles/new", "https://help.example.com/articles/a-b/old"],
            feed.Descendants(Atom + "entry").Select(entry => entry.Element(Atom + "id")?.Value));
        Assert.Equal("2026-11-05T00:00:00Z", feed.Root?.Element(Atom + "updated")?.Value);
    }

    [Fact]
    public async Task The_site_map_lists_every_article()
    {
        var map = XDocument.Parse(await _site.Client.GetStringAsync("/sitemap.xml"));
        Assert.Equal(
            ["https://help.example.com/articles/a-b/old", "https://help.example.com/articles/new", "https://help.example.com/articles/undated"],
            map.Descendants(Map + "loc").Select(place => place.Value));
    }
}
