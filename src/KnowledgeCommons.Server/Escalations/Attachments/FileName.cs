using System.Globalization;
using System.Text;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// The name under which an attachment is given out: without a path, signs that cannot be seen or turn the writing around, and always with an
/// ending of what it is, so that nothing opens it as something else.
/// </summary>
internal static class FileName
{
    private const int Longest = 80;
    private const string Nameless = "file";
    private static readonly AttachmentKind Unending = new("", "", "");
    private static readonly string NotInNames = "\"*:<>?|/\\";

    public static string Of(string sent, AttachmentKind kind)
    {
        var clean = new StringBuilder();
        foreach (var rune in sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
            if (clean.Length < Longest && IsSeen(rune)) clean.Append(rune.ToString());
        var name = clean.ToString().Trim(' ', '.');
        var ending = kind.Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (ending is not null) name = name[..^ending.Length].TrimEnd(' ', '.');
        return (name.Length == 0 ? Nameless : name) + (ending?.ToLowerInvariant() ?? kind.Endings[0]);
    }

    /// <summary>As the sender gave it, for a sentence.</summary>
    public static string Shown(string sent) => Of(sent, Unending);

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
        && rune != Rune.ReplacementChar && !NotInNames.Contains(rune.ToString(), StringComparison.Ordinal);
}
