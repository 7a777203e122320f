namespace KnowledgeCommons.Server.Desk;

/// <summary>A case in one line.</summary>
internal static class CaseWords
{
    private const int LongestShort = 90;

    public static string Short(string words) => words.Length <= LongestShort ? words
        : words[..(char.IsHighSurrogate(words[LongestShort - 1]) ? LongestShort - 1 : LongestShort)] + "…";
}
