using Dapper;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What waits for somebody today; everything else is one link away.</summary>
internal sealed class DeskToday(Database database, ArticleHealth health, PublishingStatus publishing, TimeProvider time)
{
    private const int MostFlags = 5;

    public async Task<TodaysWork> AsOfNowAsync(CancellationToken cancel)
    {
        var flags = await health.FlaggedAsync(cancel);
        return new TodaysWork
        {
            Cases = await CasesAsync(cancel),
            Flags = [.. flags.Take(MostFlags)],
            MoreFlags = Math.Max(0, flags.Count - MostFlags),
            FetchFailure = publishing.LastFailure,
            Findings = publishing.Findings.Count
        };
    }

    private Task<CasesToday> CasesAsync(CancellationToken cancel) => database.ReadAsync(connection => connection.QuerySingleAsync<CasesToday>(
        """
        SELECT COUNT(*) AS Open, COUNT(CASE WHEN promise_by < @now THEN 1 END) AS BrokenPromises FROM help_case WHERE state <> 'closed'
        """, new { now = time.GetUtcNow() }), cancel);
}
