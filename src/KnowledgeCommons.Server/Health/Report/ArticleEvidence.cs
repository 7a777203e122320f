namespace KnowledgeCommons.Server.Health;

/// <summary>What is known about one article over the last months, for the people who look after it.</summary>
public sealed record ArticleEvidence
{
    /// <summary>How far back the weeks, reasons and words go.</summary>
    public const int Weeks = 26;

    public IReadOnlyList<WeekSeen> History { get; init; } = [];
    public IReadOnlyList<RevisionMark> Revisions { get; init; } = [];
    public IReadOnlyList<StateChange> Changes { get; init; } = [];
    public Funnel Funnel { get; init; } = new(0, [], []);
    public ToldReasons Told { get; init; } = new([], []);
    public IReadOnlyList<SearchHere> Searches { get; init; } = [];
    public IReadOnlyList<WordsUsed> Words { get; init; } = [];
}
