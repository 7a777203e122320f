namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Knows when somebody is still typing the same question: the later words go on from the former ones, take some back, or mend a slip in them.
/// </summary>
internal static class TypingOn
{
    /// <summary>A search that comes later than this after the former is another question.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    /// <summary>Both as <see cref="KeptQuery.WordsOf"/> gives them.</summary>
    public static bool IsSame(string former, string later)
    {
        if (former.Length == 0 || later.Length == 0) return false;
        var (joined, other) = (former.Replace(" ", "", StringComparison.Ordinal), later.Replace(" ", "", StringComparison.Ordinal));
        return Begins(joined, other) || IsMended(former.Split(' '), later.Split(' '));
    }

    private static bool Begins(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private static bool IsMended(string[] former, string[] later)
    {
        var shared = Math.Min(former.Length, later.Length);
        for (var at = 0; at < shared; at++)
            if (!IsSlip(former[at], later[at]) && !(at == shared - 1 && Begins(former[at], later[at]))) return false;
        return true;
    }

    // Another number is another error, room or version: never a slip.
    private static bool IsSlip(string one, string other)
    {
        if (one == other) return true;
        var edits = Math.Max(one.Length, other.Length) switch { < 4 => 0, < 9 => 1, _ => 2 };
        return !one.Any(char.IsDigit) && !other.Any(char.IsDigit) && EditDistance.Of(one, other, edits) <= edits;
    }
}
