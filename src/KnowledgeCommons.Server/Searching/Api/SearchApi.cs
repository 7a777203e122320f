using System.ComponentModel;
using KnowledgeCommons.Server.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Searching;

internal static class SearchApi
{
    private const int MostHits = 50;

    public static void MapSearchApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Search").ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/search", Search).WithName("Search").WithSummary("Find articles that answer a question");
        api.MapGet("/suggest", Suggest).WithName("Suggest").WithSummary("Complete what is being typed with titles of articles and searches that helped others");
    }

    private static Ok<SearchReply> Search(HttpContext context, ISearchEngine engine, HitRemarks remarks, IssuesInSight issues, SearchLog searches,
        [Description("What is asked, in any words.")] string q = "",
        [Description("How many hits, 1 to 50.")] int limit = 10,
        [Description("How many hits to pass over.")] int offset = 0,
        [Description("Only articles of this topic and those below it.")] string? topic = null,
        [Description("Only articles for this platform, such as windows, and those for all.")] string? @for = null,
        [Description("Only articles in this language, such as en.")] string? lang = null,
        [Description("1 takes the words as they are typed: none is corrected.")] string? literal = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        var query = new SearchQuery(q, Math.Clamp(limit, 1, MostHits), Math.Max(0, offset), Given(topic), Given(@for), Given(lang))
        {
            IsLiteral = literal == "1",
            Clearance = context.Visitor().Clearance,
            ReaderLanguage = ReaderLanguage.Of(context.Request, engine.ScopeFor(context.Visitor().Clearance))
        };
        var answer = remarks.Lower(engine.Search(query));
        return TypedResults.Ok(SearchReply.Of(answer, searches.Keep(ReaderCookie.Of(context), answer), issues.For(answer)));
    }

    private static Ok<SuggestReply> Suggest(HttpContext context, Suggestions suggestions, [Description("What is typed so far.")] string q = "")
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new SuggestReply(suggestions.For(q, context.Visitor().Clearance)));
    }

    private static string? Given(string? filter) => string.IsNullOrWhiteSpace(filter) ? null : filter.Trim();
}
