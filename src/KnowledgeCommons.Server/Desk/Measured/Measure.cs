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

    /// <summary>Contacts and repeat contacts per 100 attempts.</summary>
    public const string Contacts = "contacts";
    public const string Again = "again";

    /// <summary>Rewrites that were proven.</summary>
    public const string Proven = "proven";

    public const string Hours = "hours";

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Fixes, Contacts, Again, Broken, Hours, Proven, Solved, Repeats, Minutes, Heard];

    /// <summary>Those that stand at the top.</summary>
    public static IReadOnlyList<string> Headlines { get; } = [Fixes, Contacts, Again, Broken, Hours, Proven];

    /// <summary>Those that are read from rows of people.</summary>
    public static IReadOnlyList<string> All { get; } = [Fixes, Solved, Repeats, Broken, Minutes, Heard];
}
