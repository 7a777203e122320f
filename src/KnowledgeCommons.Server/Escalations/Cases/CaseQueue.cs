using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Cases as the desk works through them.</summary>
internal sealed class CaseQueue(Database database, SiteClock clock)
{
    public const int MostShown = 500;

    /// <summary>Open cases: broken promises first, then by how much work stands still, for how many, the reader's deadline and our promise.</summary>
    public Task<IReadOnlyList<CaseRow>> OpenAsync(CancellationToken cancel) => RowsAsync($"WHERE state <> 'closed' AND {WorkedOnHere} {MostPressingFirst}", [], cancel);

    /// <summary>Open cases that one of these keys (a person and their teams) has.</summary>
    public Task<IReadOnlyList<CaseRow>> OfAsync(IReadOnlyList<string> owners, CancellationToken cancel) =>
        RowsAsync($"WHERE state <> 'closed' AND {WorkedOnHere} AND owner IN @owners {MostPressingFirst}", owners, cancel);

    /// <summary>Cases that nobody has taken yet.</summary>
    public Task<IReadOnlyList<CaseRow>> UnassignedAsync(CancellationToken cancel) =>
        RowsAsync($"WHERE state = 'received' AND {WorkedOnHere} {MostPressingFirst}", [], cancel);

    /// <summary>Open cases whose reader was promised a word that has not come, merged ones too: each was promised to somebody.</summary>
    public Task<IReadOnlyList<CaseRow>> BrokenAsync(CancellationToken cancel) =>
        RowsAsync($"WHERE state <> 'closed' AND (misses > 0 OR promise_by < @now) {MostPressingFirst}", [], cancel);

    /// <summary>All cases, newest first.</summary>
    public Task<IReadOnlyList<CaseRow>> AllAsync(CancellationToken cancel) => RowsAsync($"WHERE {IsThere} ORDER BY number DESC", [], cancel);

    /// <summary>Closed cases, the last closed first.</summary>
    public Task<IReadOnlyList<CaseRow>> ClosedAsync(CancellationToken cancel) =>
        RowsAsync($"WHERE state = 'closed' AND {IsThere} ORDER BY closed_at DESC, number DESC", [], cancel);

    public Task<CaseCounts> CountAsync(CancellationToken cancel) => database.ReadAsync(connection => connection.QuerySingleAsync<CaseCounts>(
        $"""
        SELECT COUNT(CASE WHEN {WorkedOnHere} THEN 1 END) AS open, COUNT(CASE WHEN state = 'received' AND {WorkedOnHere} THEN 1 END) AS unassigned,
            COUNT(CASE WHEN misses > 0 OR promise_by < @now THEN 1 END) AS broken_promises
        FROM help_case WHERE state <> 'closed'
        """, new { now = clock.Now }), cancel);

    // Cases that were merged are worked on elsewhere, as long as that case is open.
    private const string WorkedOnHere =
        "(merged_into IS NULL OR EXISTS (SELECT 1 FROM help_case main WHERE main.id = help_case.merged_into AND main.state = 'closed'))";

    // Of a case that was kept long enough only a count is left.
    private const string IsThere = "reader NOT LIKE 'gone:%'";

    private const string MostPressingFirst =
        """
        ORDER BY CASE WHEN misses > 0 OR promise_by < @now THEN 0 ELSE 1 END,
            CASE impact WHEN 'stopped' THEN 0 WHEN 'slowed' THEN 1 ELSE 2 END,
            CASE people WHEN 'many' THEN 0 WHEN 'team' THEN 1 ELSE 2 END,
            CASE WHEN deadline IS NULL THEN 1 ELSE 0 END, deadline,
            CASE WHEN promise_by IS NULL THEN 1 ELSE 0 END, promise_by, number
        """;

    // The tail is one of the constants above, never anything that was sent.
    private Task<IReadOnlyList<CaseRow>> RowsAsync(string tail, IReadOnlyList<string> owners, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<CaseRow>>(async connection =>
        {
            var rows = await connection.QueryAsync<CaseRow>($"SELECT * FROM help_case {tail} LIMIT {MostShown}", new { now = clock.Now, owners });
            return rows.AsList();
        }, cancel);
}
