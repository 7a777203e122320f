using System.Text;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Chinese, Japanese and Korean, which put no spaces where a word ends: a run of their letters is known to the index by each two that stand together
/// (overlapping bigrams), so that any part of it is found.
/// </summary>
internal static class Cjk
{
    /// <summary>Whether a character belongs to such a run: Han, Kana, Bopomofo, Hangul.</summary>
    public static bool Is(char letter) =>
        letter >= '\u1100' && letter is <= '\u11FF' or (>= '\u2E80' and <= '\u2FDF') or (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u31FF')
            or (>= '\u3400' and <= '\u9FFF') or (>= '\uA960' and <= '\uA97F') or (>= '\uAC00' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uFF66' and <= '\uFF9F');

    public static bool HasAny(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (letter >= '\u1100' && Is(letter)) return true;
        return false;
    }

    /// <summary>A text with each run taken apart, for the index.</summary>
    public static string Apart(string text)
    {
        if (!HasAny(text)) return text;
        var apart = new StringBuilder(text.Length * 2);
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && Is(text[at])) at++;
            if (at > start) apart.Append(' ').AppendJoin(' ', Pairs(text[start..at])).Append(' ');
            else apart.Append(text[at++]);
        }
        return apart.ToString();
    }

    /// <summary>The pairs of a run in their order; a single letter begins a pair.</summary>
    public static Expression Match(string run) => run.Length == 1 ? new Beginning(run) : new Following(string.Join(' ', Pairs(run)));

    private static IEnumerable<string> Pairs(string run) => run.Length == 1 ? [run] : Enumerable.Range(0, run.Length - 1).Select(at => run.Substring(at, 2));
}
