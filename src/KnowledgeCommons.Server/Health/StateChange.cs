namespace KnowledgeCommons.Server.Health;

/// <summary>An article's state changed at the end of a day; <see cref="Cause"/> is a Health/Model/TransitionCause.</summary>
public sealed record StateChange
{
    public long Day { get; init; }
    public long FromState { get; init; }
    public long ToState { get; init; }
    public long Cause { get; init; }

    /// <summary>Probability from 0 to 1, then, that the page was at fault.</summary>
    public double Bad { get; init; }

    public DateOnly Date => EpochDay.DateOf(Day);
    public ArticleState From => (ArticleState)FromState;
    public ArticleState To => (ArticleState)ToState;
}
