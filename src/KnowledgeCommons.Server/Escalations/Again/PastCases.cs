using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The cases of whoever asks, known by what their browser holds: its receipts or its pseudonym. Neither can be guessed.</summary>
internal sealed class PastCases(Database database, SiteClock clock)
{
    private const int Most = 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<CaseRow>> OfAsync(Asker asker, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<CaseRow>>(async connection =>
    {
        var rows = await connection.QueryAsync<CaseRow>(
            """
            SELECT * FROM help_case WHERE (reader = @reader OR token_hash IN @receipts) AND opened_at >= @since
            ORDER BY opened_at DESC, number DESC LIMIT @Most
            """,
            new { reader = asker.Reader.Key, receipts = asker.Receipts.Select(token => token.Hash).ToList(), since = clock.Now - Remembered, Most });
        return rows.AsList();
    }, cancel);
}
