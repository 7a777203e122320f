namespace KnowledgeCommons.Server.Feedback;

/// <summary>What a reader said about the help an article gave. <see cref="Key"/> is what forms send and tables hold.</summary>
public sealed record OutcomeAnswer
{
    public static readonly OutcomeAnswer Fixed = new("fixed");
    public static readonly OutcomeAnswer Partly = new("partly");
    public static readonly OutcomeAnswer NotFixed = new("not-fixed");
    public static readonly OutcomeAnswer OnlyReading = new("only-reading");
    public static readonly OutcomeAnswer CameBack = new("came-back");

    private OutcomeAnswer(string key) => Key = key;

    public static IReadOnlyList<OutcomeAnswer> All { get; } = [Fixed, Partly, NotFixed, OnlyReading, CameBack];

    public string Key { get; }

    /// <summary>The problem is still there, wholly or in part: a person is offered and the reason is asked.</summary>
    public bool StillNeedsHelp => this == Partly || this == NotFixed || this == CameBack;

    /// <summary>The answer with that key; null for anything else.</summary>
    public static OutcomeAnswer? Find(string? key) => All.FirstOrDefault(answer => answer.Key == key);

    public override string ToString() => Key;
}
