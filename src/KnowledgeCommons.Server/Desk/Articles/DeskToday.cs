using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What waits for somebody today; everything else is one link away.</summary>
internal sealed class DeskToday(CaseQueue cases, ArticleHealth health, SearchGaps gaps, Surges surges, PublishingStatus publishing)
{
    private const int MostFlags = 5;

    public async Task<TodaysWork> AsOfNowAsync(CancellationToken cancel)
    {
        var flags = await health.NeedingSomebodyAsync(cancel);
        return new TodaysWork
        {
            Cases = await cases.CountAsync(cancel),
            Flags = [.. flags.Take(MostFlags)],
            MoreFlags = Math.Max(0, flags.Count - MostFlags),
            FetchFailure = publishing.LastFailure,
            Findings = publishing.Findings.Count,
            Gaps = (await gaps.AllAsync(cancel)).Count,
            Surges = await surges.NowAsync(cancel)
        };
    }
}
