namespace KnowledgeCommons.Server.Feedback;

/// <summary>The answers to "does it work now?", and which outcome each is; somebody who has not tried has none yet.</summary>
internal static class ToldAnswer
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string NotTried = "not-tried";

    public static IReadOnlyList<string> All { get; } = [Yes, No, NotTried];

    public static OutcomeAnswer? OutcomeOf(string answer) => answer switch { Yes => OutcomeAnswer.Fixed, No => OutcomeAnswer.NotFixed, _ => null };
}
