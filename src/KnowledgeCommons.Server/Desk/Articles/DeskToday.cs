using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What waits for somebody today, five things of articles at most; everything else is one link away.</summary>
internal sealed class DeskToday(
    CaseQueue cases, ArticleHealth health, RewriteCases rewrites, SearchGaps gaps, Surges surges, PublishingStatus publishing, SiteClock clock)
{
    private const int Most = OwnersWork.Most;

    public async Task<TodaysWork> AsOfNowAsync(CancellationToken cancel)
    {
        var unsettled = await rewrites.InAsync(RewriteState.Unsettled, cancel);
        var late = unsettled.Where(IsLate).OrderBy(about => OwnersWork.Urgency(about, clock.Now)).ThenBy(about => about.OpenedAt).ToList();
        // What is somebody's already, or put off, does not ask for an answer a second time.
        var answered = unsettled.Where(about => about.State != RewriteState.Open || about.IsSnoozed(clock.Now)).Select(about => about.Article).ToHashSet();
        var flags = (await health.NeedingSomebodyAsync(cancel)).Where(flag => !answered.Contains(flag.Article.Id)).ToList();
        var shown = late.Take(Most).ToList();
        return new TodaysWork
        {
            Cases = await cases.CountAsync(cancel),
            Rewrites = shown,
            Flags = [.. flags.Take(Most - shown.Count)],
            MoreFlags = Math.Max(0, late.Count + flags.Count - Most),
            FetchFailure = publishing.LastFailure,
            Findings = publishing.Findings.Count,
            Gaps = (await gaps.AllAsync(cancel)).Count,
            Surges = await surges.NowAsync(cancel)
        };
    }

    private bool IsLate(RewriteCase about) => !about.IsSnoozed(clock.Now)
        && (about.State is RewriteState.Reopened or RewriteState.ProductFix || about.IsOverdue(clock.Now));
}
