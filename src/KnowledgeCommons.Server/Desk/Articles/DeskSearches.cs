using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Desk;

/// <summary>The searches of the last days that led nowhere: what readers bring and no article answers, or none is found.</summary>
internal sealed class DeskSearches(SearchLog log, TimeProvider time)
{
    public const int Days = 7;

    /// <summary>What most people looked for in vain comes first.</summary>
    public async Task<IReadOnlyList<SearchRow>> FailedAsync(CancellationToken cancel)
    {
        var failed = await log.FailedAsync(time.GetUtcNow() - TimeSpan.FromDays(Days), cancel);
        return [.. failed.Select(SearchRow.Of).OrderByDescending(row => row.Readers).ThenByDescending(row => row.LastAt)];
    }
}
