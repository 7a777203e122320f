using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>An article's state changed at the end of a day, with the estimate that was current then.</summary>
public sealed record StateChange
{
    private ArticleEstimate? _read;

    public long Day { get; init; }
    public long FromState { get; init; }
    public long ToState { get; init; }
    public long Cause { get; init; }

    internal string Estimate { get; init; } = "{}";

    public DateOnly Date => EpochDay.DateOf(Day);
    public HealthState From => (HealthState)FromState;
    public HealthState To => (HealthState)ToState;
    internal TransitionCause Because => (TransitionCause)Cause;
    internal ArticleEstimate Numbers => _read ??= EstimateText.Read(Estimate);
}
