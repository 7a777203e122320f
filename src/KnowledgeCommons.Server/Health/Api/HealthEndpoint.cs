using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Health;

/// <summary>GET /api/v1/health/articles: what is known of each article, for the company's own programs, also of those for some people only. Without the right token there is no such address.</summary>
internal static class HealthEndpoint
{
    public static void MapHealthApi(this WebApplication app) => app.MapGet("/api/v1/health/articles", ListArticles)
        .WithName("articleHealth").WithTags("health")
        .WithSummary("How each article does")
        .WithDescription("All published articles, those that need somebody first.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<IReadOnlyList<ArticleHealthReply>>, ProblemHttpResult>> ListArticles(
        HttpRequest request, IOptions<HealthOptions> options, ArticleHealth health, PublishedLibrary published, HealthSentence sentence, CancellationToken cancel)
    {
        if (!ApiToken.Fits(request, options.Value.Token)) return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        var reports = (await health.AllAsync(published.Whole, cancel)).Order(Comparer<ArticleReport>.Create(ArticleReport.ByUrgency));
        return TypedResults.Ok<IReadOnlyList<ArticleHealthReply>>([.. reports.Select(report => ArticleHealthReply.Of(report, sentence.Of(report)))]);
    }
}
