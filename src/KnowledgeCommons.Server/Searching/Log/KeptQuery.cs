using System.Globalization;
using System.Text;

namespace KnowledgeCommons.Server.Searching;

/// <summary>A query as it is kept: at most 500 characters of one line, without characters that only control how text is shown.</summary>
internal static class KeptQuery
{
    private const int Longest = 500;
    private const int MostToRead = 4 * Longest;

    public static string Of(string typed)
    {
        var kept = new StringBuilder();
        foreach (var rune in typed.AsSpan(0, Math.Min(typed.Length, MostToRead)).EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > Longest) break;
            if (Rune.IsWhiteSpace(rune)) { if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' '); }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)) kept.Append(rune);
        }
        return kept.ToString().TrimEnd();
    }

    /// <summary>The same for searches that ask the same: words in lower case without what is between them; of punctuation alone, the punctuation.</summary>
    public static string WordsOf(string typed)
    {
        var query = Of(typed);
        var words = string.Join(' ', TypedTerms.In(query).SelectMany(term => term.Words)).ToLowerInvariant();
        return words.Length > 0 ? words : query;
    }
}
