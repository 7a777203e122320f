using Dapper;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// What people wrote in tickets elsewhere, and the article that solved them: the one that was named as such, else the one a closed ticket is about, unless its
/// reason says that the page was at fault. For as long as their words are kept.
/// </summary>
internal sealed class AnswersOfContacts(Database database, ArticleNames names) : IAnswerSource
{
    private const string Sql =
        """
        SELECT person, subject, closed_at AS ClosedAt, article, solved_by AS SolvedBy, reason FROM contact
        WHERE (article IS NOT NULL OR solved_by IS NOT NULL) AND closed_at >= @since AND subject IS NOT NULL AND is_staff = 0
        """;

    public Task<string> MarkAsync(CancellationToken cancel) => database.ReadAsync(async connection => await connection.ExecuteScalarAsync<string?>(
        "SELECT CAST(COUNT(*) AS TEXT) || ' ' || CAST(SUM(version) AS TEXT) FROM contact WHERE (article IS NOT NULL OR solved_by IS NOT NULL) AND closed_at > 0") ?? "", cancel);

    public Task<IReadOnlyList<ConfirmedAnswer>> AllSinceAsync(DateTimeOffset since, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ConfirmedAnswer>>(async connection =>
    {
        var answers = new List<ConfirmedAnswer>();
        foreach (var row in (await connection.QueryAsync<Row>(Sql, new { since })).ToList())
        {
            var isFixed = row.SolvedBy is not null || ContactReason.Find(row.Reason)?.IsThePage != true;
            if (await names.IdOfAsync(connection, row.SolvedBy ?? row.Article ?? "") is { } article)
                answers.Add(new ConfirmedAnswer(article, row.Person, row.Subject, row.ClosedAt, isFixed));
        }
        return answers;
    }, cancel);

    private sealed record Row
    {
        public string Person { get; init; } = "";
        public string Subject { get; init; } = "";
        public DateTimeOffset ClosedAt { get; init; }
        public string? Article { get; init; }
        public string? SolvedBy { get; init; }
        public string? Reason { get; init; }
    }
}
