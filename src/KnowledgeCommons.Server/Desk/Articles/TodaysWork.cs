using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What stands on the desk's first page.</summary>
public sealed record TodaysWork
{
    public CaseCounts Cases { get; init; } = new();

    /// <summary>Rewrites that did not help, that a service has to mend, or that are late.</summary>
    public IReadOnlyList<RewriteCase> Rewrites { get; init; } = [];

    /// <summary>The flags that wait for an answer, and behind them what is worth a look.</summary>
    public IReadOnlyList<ArticleReport> Flags { get; init; } = [];
    public int MoreFlags { get; init; }

    /// <summary>Why the content could not be fetched, as a sentence; null when it could.</summary>
    public string? FetchFailure { get; init; }

    public int Findings { get; init; }
    public int Gaps { get; init; }
    public IReadOnlyList<Surge> Surges { get; init; } = [];
}
