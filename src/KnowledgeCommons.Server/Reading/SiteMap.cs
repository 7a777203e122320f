using System.Globalization;
using System.Xml.Linq;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Reading;

/// <summary>The addresses of all articles and known issues for a company's own search engine (sitemaps.org, at most 50,000).</summary>
internal static class SiteMap
{
    private const int Longest = 50_000;
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static FileContentHttpResult Serve(PublishedLibrary published, KnownIssueBoard board, IOptions<SiteOptions> site, HttpRequest request)
    {
        var pages = published.Seen.Articles.Take(Longest).Select(article => new XElement(Names + "url",
            new XElement(Names + "loc", AbsoluteUrl.Of(site.Value, request, article.Slug.Url)),
            article.ChangedAt() is { } changed ? new XElement(Names + "lastmod", Day(changed)) : null));
        var issues = board.Open.Concat(board.EndedLately).Select(posted => new XElement(Names + "url",
            new XElement(Names + "loc", AbsoluteUrl.Of(site.Value, request, posted.Issue.Url)),
            posted.ChangedAt is { } changed ? new XElement(Names + "lastmod", Day(changed)) : null));
        return Xml.Answer(new XElement(Names + "urlset", issues, pages), "application/xml; charset=utf-8");
    }

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
