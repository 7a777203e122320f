namespace KnowledgeCommons.Server.Desk;

/// <summary>What is measured, as it stands in addresses and as the key of its words. How many cases were closed is not among it.</summary>
internal static class Measure
{
    /// <summary>People who said that an article fixed it.</summary>
    public const string Fixes = "fixes";

    /// <summary>People who said that it is solved, after a person helped.</summary>
    public const string Solved = "solved";

    public const string Repeats = "repeats";
    public const string Broken = "broken";
    public const string Minutes = "minutes";
    public const string Heard = "heard";

    public static IReadOnlyList<string> All { get; } = [Fixes, Solved, Repeats, Broken, Minutes, Heard];
}
