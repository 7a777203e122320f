using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What stands on the desk's first page.</summary>
public sealed record TodaysWork
{
    public CaseCounts Cases { get; init; } = new();
    public OwnersToday Owners { get; init; } = OwnersToday.Nothing;

    /// <summary>Why the content could not be fetched, as a sentence; null when it could.</summary>
    public string? FetchFailure { get; init; }

    public int Findings { get; init; }
    public int Gaps { get; init; }
    public IReadOnlyList<Surge> Surges { get; init; } = [];
}
