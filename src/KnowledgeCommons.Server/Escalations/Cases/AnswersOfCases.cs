using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What people wrote to a person, and the article that solved it or failed them in the technician's eyes.</summary>
internal sealed class AnswersOfCases(Database database, PublishedLibrary published) : IAnswerSource
{
    public Task<string> MarkAsync(CancellationToken cancel) =>
        database.ReadAsync(async connection => await connection.ExecuteScalarAsync<string?>("SELECT max(id) FROM case_event") ?? "", cancel);

    public Task<IReadOnlyList<ConfirmedAnswer>> AllSinceAsync(DateTimeOffset since, CancellationToken cancel)
    {
        const string sql =
            """
            SELECT reader, problem, closed_at, article_helped, article_failed FROM help_case
            WHERE closed_at >= @since AND problem <> '' AND (article_helped IS NOT NULL OR article_failed IS NOT NULL)
            """;
        return database.ReadAsync(async connection =>
        {
            var rows = await connection.QueryAsync<(string Reader, string Problem, long ClosedAt, string? Helped, string? Failed)>(sql, new { since });
            return (IReadOnlyList<ConfirmedAnswer>)[.. rows.SelectMany(row => Answers(row.Reader, row.Problem, row.ClosedAt, row.Helped, row.Failed))];
        }, cancel);
    }

    private IEnumerable<ConfirmedAnswer> Answers(string reader, string problem, long closedAt, string? helped, string? failed)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(closedAt);
        if (helped is not null) yield return new(IdOf(helped), reader, problem, at, Fixed: true);
        if (failed is not null && failed != helped) yield return new(IdOf(failed), reader, problem, at, Fixed: false);
    }

    // A technician names an article by its address.
    private string IdOf(string slug) => Slug.TryParse(slug, null, out var parsed) && published.Whole.Find(parsed) is { } article ? article.Id : slug;
}
