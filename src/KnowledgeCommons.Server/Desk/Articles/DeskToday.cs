using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What waits for somebody today, five things of articles at most; everything else is one link away.</summary>
internal sealed class DeskToday(CaseQueue cases, ThingsToDo things, SearchGaps gaps, Surges surges, PublishingStatus publishing, FindingsSeen findings)
{
    /// <summary>For somebody, who has these keys; of all that they own when there are none.</summary>
    public async Task<TodaysWork> AsOfNowAsync(Visitor visitor, IReadOnlyCollection<string> keys, CancellationToken cancel) => new()
    {
        Cases = await cases.CountAsync(cancel),
        Owners = await things.AsOfNowAsync(visitor, keys, cancel),
        FetchFailure = publishing.LastFailure,
        Findings = findings.Of(publishing.Findings).Count,
        Gaps = (await gaps.AllAsync(cancel)).Count,
        Surges = await surges.NowAsync(cancel)
    };
}
