using System.Xml.Linq;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Reading;

/// <summary>What changed lately, as an Atom feed (RFC 4287).</summary>
internal static class Feed
{
    private const int Longest = 30;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static FileContentHttpResult Serve(PublishedLibrary published, IOptions<SiteOptions> site, HttpRequest request)
    {
        var library = published.Current;
        var home = AbsoluteUrl.Of(site.Value, request, "/");
        var newest = library.NewestFirst(Longest);
        var updated = newest.Count > 0 ? newest[0].ChangedAt() : DateTimeOffset.UnixEpoch;
        var feed = new XElement(Atom + "feed",
            new XElement(Atom + "title", site.Value.Name),
            new XElement(Atom + "id", home),
            Link("alternate", home),
            Link("self", AbsoluteUrl.Of(site.Value, request, "/feed.xml")),
            new XElement(Atom + "updated", updated),
            new XElement(Atom + "author", new XElement(Atom + "name", site.Value.Name)),
            newest.Select(article => Entry(library, article, AbsoluteUrl.Of(site.Value, request, article.Slug.Url))));
        return Xml.Answer(feed, "application/atom+xml; charset=utf-8");
    }

    private static XElement Entry(Library library, Article article, string url) => new(Atom + "entry",
        new XElement(Atom + "title", Xml.Text(article.Title)),
        new XElement(Atom + "id", url),
        Link("alternate", url),
        new XElement(Atom + "updated", article.ChangedAt()),
        library.OwnerOf(article) is { } owner ? new XElement(Atom + "author", new XElement(Atom + "name", Xml.Text(owner.Name))) : null,
        article.Summary.Length > 0 ? new XElement(Atom + "summary", Xml.Text(article.Summary)) : null);

    private static XElement Link(string relation, string url) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", url));
}
