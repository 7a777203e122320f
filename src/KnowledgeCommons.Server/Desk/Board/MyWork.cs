using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// What one person at the desk has before them: promises that are due within two hours or were missed, the soonest first; their and their teams'
/// other cases; and what nobody has taken. Each case stands in one list only.
/// </summary>
public sealed record MyWork(IReadOnlyList<CaseRow> Due, IReadOnlyList<CaseRow> Mine, IReadOnlyList<CaseRow> Unassigned)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    internal static async Task<MyWork> OfAsync(IReadOnlyList<string> keys, CaseQueue queue, SiteClock clock, CancellationToken cancel)
    {
        var mine = await queue.OfAsync(keys, cancel);
        // A promise to the reader of a merged case is one of ours all the same.
        var merged = (await queue.BrokenAsync(cancel)).Where(row => row.MergedInto is not null && keys.Contains(row.Owner ?? ""));
        var due = mine.Concat(merged).DistinctBy(row => row.Id)
            .Where(row => row.IsPromiseBroken(clock.Now) || row.PromiseBy <= clock.Now + Soon)
            .OrderByDescending(row => row.IsPromiseBroken(clock.Now)).ThenBy(row => row.PromiseBy).ToList();
        var shown = due.Concat(mine).Select(row => row.Id).ToHashSet();
        return new MyWork(due, [.. mine.Except(due)], [.. (await queue.UnassignedAsync(cancel)).Where(row => !shown.Contains(row.Id))]);
    }
}
