using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Desk;

/// <summary>A case in one line.</summary>
internal static class CaseWords
{
    private const int LongestShort = 90;

    /// <summary>
    /// Whether a list shows what its reader wrote: to those who have the case, and to everybody as long as nobody has taken it. Whoever else wants to read it opens it.
    /// </summary>
    public static bool AreFor(IReadOnlyCollection<string> keys, CaseRow row) => row.State == CaseState.Received || (row.Owner is { } owner && keys.Contains(owner));

    public static string Short(string words) => words.Length <= LongestShort ? words
        : words[..(char.IsHighSurrogate(words[LongestShort - 1]) ? LongestShort - 1 : LongestShort)] + "…";
}
