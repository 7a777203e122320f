using System.Globalization;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Searching;

internal static class SearchPages
{
    private const int HitsPerPage = 10;
    internal const int LastPage = 100;
    private const int NearestTopics = 6;
    private const int LongestQuery = 10_000;

    public static void MapSearchPages(this WebApplication app)
    {
        app.MapGet("/search", Results).ExcludeFromDescription();
        app.MapGet("/search/open", Open).ExcludeFromDescription();
    }

    private static RazorComponentResult<SearchPage> Results(HttpContext context, ISearchEngine engine, HitRemarks remarks, IssuesInSight issues, SearchLog searches,
        string? q = null, string? topic = null, string? @for = null, string? lang = null, string? literal = null, string? page = null)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, LastPage) : 1;
        var clearance = context.Visitor().Clearance;
        var scope = engine.ScopeFor(clearance);
        var query = new SearchQuery(Clip(q), HitsPerPage, (number - 1) * HitsPerPage, Given(topic), Given(@for), Given(lang))
        {
            Clearance = clearance,
            IsLiteral = literal == "1",
            ReaderLanguage = ReaderLanguage.Of(context.Request, scope)
        };
        if (query.Text.Length == 0) return Page.Of<SearchPage>(new { Asked = query, Scope = scope });
        var answer = remarks.Lower(engine.Search(query));
        var id = searches.Keep(ReaderCookie.Of(context), answer);
        SearchCookie.Keep(context, id);
        var nearest = answer.Total == 0 ? engine.NearestTopics(query.Text, NearestTopics, clearance) : [];
        var pinned = number == 1 ? issues.For(answer) : [];
        return Page.Of<SearchPage>(new { Asked = query, Scope = scope, Answer = answer, SearchId = id, Nearest = nearest, Number = number, Pinned = pinned });
    }

    // The address is made from the parsed slug alone, so that it never leads away from this site; what was not shown is not counted.
    private static Results<SeeOther, NotFound> Open(HttpContext context, SearchLog searches, string? search = null, string? article = null, string? to = null)
    {
        if (!Slug.TryParse(article, null, out var slug)) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        if (SearchCookie.Parse(search) is { } id)
        {
            searches.Opened(ReaderCookie.Of(context), id, slug);
            SearchCookie.Keep(context, id);
        }
        return new SeeOther(slug.UrlAt(to));
    }

    private static string Clip(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return text.Length > LongestQuery ? text[..LongestQuery] : text;
    }

    private static string? Given(string? filter) => string.IsNullOrWhiteSpace(filter) ? null : filter.Trim();
}
