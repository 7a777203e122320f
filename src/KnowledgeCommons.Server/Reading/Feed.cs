using System.Xml.Linq;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Reading;

/// <summary>What changed lately, known issues first, as an Atom feed (RFC 4287).</summary>
internal static class Feed
{
    private const int Longest = 30;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static FileContentHttpResult Serve(
        PublishedLibrary published, KnownIssueBoard board, KnownIssueWords words, IOptions<SiteOptions> site, HttpRequest request)
    {
        var library = published.Seen;
        var home = AbsoluteUrl.Of(site.Value, request, "/");
        var newest = library.NewestFirst(Longest);
        List<PostedIssue> issues = [.. board.Open.Concat(board.EndedLately).Where(posted => posted.ChangedAt is not null)];
        var updated = issues.Select(posted => posted.ChangedAt).Concat(newest.Select(article => article.ChangedAt())).Max() ?? DateTimeOffset.UnixEpoch;
        var feed = new XElement(Atom + "feed",
            new XElement(Atom + "title", site.Value.Name),
            new XElement(Atom + "id", home),
            Link("alternate", home),
            Link("self", AbsoluteUrl.Of(site.Value, request, "/feed.xml")),
            new XElement(Atom + "updated", updated),
            new XElement(Atom + "author", new XElement(Atom + "name", site.Value.Name)),
            issues.Select(posted => Entry(posted, words, AbsoluteUrl.Of(site.Value, request, posted.Issue.Url))),
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

    private static XElement Entry(PostedIssue posted, KnownIssueWords words, string url) => new(Atom + "entry",
        new XElement(Atom + "title", Xml.Text(posted.Issue.Title)),
        new XElement(Atom + "id", url),
        Link("alternate", url),
        new XElement(Atom + "updated", posted.ChangedAt),
        new XElement(Atom + "author", new XElement(Atom + "name", Xml.Text(posted.Owner))),
        new XElement(Atom + "summary", Xml.Text($"{posted.Issue.Summary} {words.Of(posted)}".Trim())));

    private static XElement Link(string relation, string url) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", url));
}
