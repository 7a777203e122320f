using Dapper;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>What readers said about articles that a search had led them to.</summary>
internal sealed class AnswersOfReaders(Database database) : IAnswerSource
{
    public Task<string> MarkAsync(CancellationToken cancel) =>
        database.ReadAsync(async connection => await connection.ExecuteScalarAsync<string?>("SELECT max(id) FROM outcome") ?? "", cancel);

    public Task<IReadOnlyList<ConfirmedAnswer>> AllSinceAsync(DateTimeOffset since, CancellationToken cancel)
    {
        // "partly" and "only reading" say neither. A search that somebody else made teaches nothing; of old ones nobody knows any more who made them.
        const string sql =
            """
            SELECT outcome.article, outcome.reader, asked.words, outcome.at, outcome.answer
            FROM outcome JOIN search_asked asked ON asked.part = outcome.search AND (asked.reader = outcome.reader OR asked.reader LIKE 'gone:%')
            WHERE outcome.at >= @since AND outcome.answer IN ('fixed', 'not-fixed', 'came-back')
            """;
        return database.ReadAsync(async connection =>
        {
            var rows = await connection.QueryAsync<(string Article, string Reader, string Words, long At, string Answer)>(sql, new { since });
            return (IReadOnlyList<ConfirmedAnswer>)
                [.. rows.Select(row => new ConfirmedAnswer(row.Article, row.Reader, row.Words, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Answer == "fixed"))];
        }, cancel);
    }
}
