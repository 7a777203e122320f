namespace KnowledgeCommons.Server.Feedback;

/// <summary>
/// Why an article did not help: the page is at fault, or the problem needs a person whatever the page says. The one thing that tells a bad page
/// from a hard topic. <see cref="Key"/> is what forms send and tables hold.
/// </summary>
internal sealed record OutcomeReason
{
    public static readonly OutcomeReason Wrong = new("wrong", isThePage: true);
    public static readonly OutcomeReason Unclear = new("unclear", isThePage: true);
    public static readonly OutcomeReason OutOfDate = new("out-of-date", isThePage: true);
    public static readonly OutcomeReason StepFails = new("step-fails", isThePage: true);
    public static readonly OutcomeReason LostSomething = new("lost-something", isThePage: true, isHarm: true);
    public static readonly OutcomeReason Unsafe = new("unsafe", isThePage: true, isHarm: true);
    public static readonly OutcomeReason Permission = new("permission", isThePage: false);
    public static readonly OutcomeReason Broken = new("broken", isThePage: false);

    private OutcomeReason(string key, bool isThePage, bool isHarm = false) => (Key, IsThePage, IsHarm) = (key, isThePage, isHarm);

    public static IReadOnlyList<OutcomeReason> All { get; } = [Wrong, Unclear, OutOfDate, StepFails, LostSomething, Unsafe, Permission, Broken];

    public string Key { get; }

    public bool IsThePage { get; }

    /// <summary>Following the page did harm: its owner hears of it at once, whatever the numbers say.</summary>
    public bool IsHarm { get; }

    /// <summary>The reason with that key; null for anything else.</summary>
    public static OutcomeReason? Find(string? key) => All.FirstOrDefault(reason => reason.Key == key);

    public override string ToString() => Key;
}
