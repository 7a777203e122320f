using System.Text;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Codes, version numbers and asset ids, in the forms under which the index knows them: without what joins their parts, in lower case, whole and, where
/// letters stand in front of a long number, the number alone. "KB5034441" is "kb5034441" and "5034441"; "0x80070005" also "80070005"; "ERR-42" only "err42".
/// </summary>
internal static class Codes
{
    private const int ShortestWhole = 3;
    private const int ShortestNumber = 4;
    private const int Longest = 40;

    /// <summary>Every form of every code in a text, for the index; words without a digit are none.</summary>
    public static string AllIn(string text)
    {
        var all = new StringBuilder();
        var (end, joined, hasDigit) = (0, new StringBuilder(), false);
        foreach (var (start, length) in new Words(text))
        {
            if (joined.Length > 0 && !TypedTerms.AreJoined(text, end, start)) Flush();
            var word = text.AsSpan(start, length);
            hasDigit |= word.ContainsAnyInRange('0', '9');
            if (joined.Length <= Longest) joined.Append(word);
            end = start + length;
        }
        Flush();
        return all.ToString();

        void Flush()
        {
            if (hasDigit && joined.Length <= Longest)
                foreach (var form in Forms(joined.ToString())) all.Append(form).Append(' ');
            joined.Clear();
            hasDigit = false;
        }
    }

    /// <summary>The forms of one term; none when it is no code.</summary>
    public static IReadOnlyList<string> Of(Term term)
    {
        var whole = string.Concat(term.Words);
        return whole.Length <= Longest && whole.AsSpan().ContainsAnyInRange('0', '9') ? [.. Forms(whole)] : [];
    }

    private static IEnumerable<string> Forms(string joined)
    {
        var whole = joined.ToLowerInvariant();
        if (whole.Length >= ShortestWhole) yield return whole;
        var number = whole.StartsWith("0x", StringComparison.Ordinal) ? 2 : whole.AsSpan().IndexOfAnyInRange('0', '9');
        if (number > 0 && whole.Length - number >= ShortestNumber) yield return whole[number..];
    }
}
