using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Keeps what readers tell at the end of a case; a later tap replaces an earlier one.</summary>
internal sealed class CaseEndings(Database database, SiteClock clock)
{
    /// <summary>Nothing told yet is an ending of nulls.</summary>
    public async Task<CaseEnding> OfAsync(string caseId, CancellationToken cancel) => await database.ReadAsync(connection =>
        connection.QuerySingleOrDefaultAsync<CaseEnding>("SELECT minutes_lost AS MinutesLost, heard AS HeardAs FROM case_end WHERE case_id = @caseId", new { caseId }), cancel)
        ?? new CaseEnding();

    public Task KeepMinutesAsync(string caseId, int minutes, CancellationToken cancel) => KeepAsync(caseId, minutes, heard: null, cancel);

    public Task KeepHeardAsync(string caseId, string heard, CancellationToken cancel) => KeepAsync(caseId, minutes: null, heard, cancel);

    private Task KeepAsync(string caseId, int? minutes, string? heard, CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        """
        INSERT INTO case_end (case_id, minutes_lost, heard, at) VALUES (@caseId, @minutes, @heard, @now)
        ON CONFLICT (case_id) DO UPDATE SET minutes_lost = COALESCE(excluded.minutes_lost, case_end.minutes_lost),
            heard = COALESCE(excluded.heard, case_end.heard), at = excluded.at
        """, new { caseId, minutes, heard, now = clock.Now }), cancel);
}
