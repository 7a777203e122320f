using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeCommons.Content.Building;

/// <summary>Whether a file that cannot be read may have been meant to keep something from somebody. Then its earlier version, which may not, is no stand-in.</summary>
internal static partial class Restriction
{
    /// <summary>In any encoding that writes Latin letters as themselves, with or without zeros between them.</summary>
    public static bool MayStandIn(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var letter in bytes)
            if (letter != 0) text.Append((char)letter);
        return Speaking().IsMatch(text.ToString());
    }

    [GeneratedRegex(@"audience|:::[ \t]*only\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Speaking();
}
