using System.Text;

namespace KnowledgeCommons.Server.Site;

/// <summary>What a reader was probably looking for, told from an address where nothing is.</summary>
internal static class AddressWords
{
    private const int Longest = 120;
    private static readonly string[] Endings = [".md", ".html", ".htm", ".aspx", ".php"];

    /// <summary>The words of the last part of an address; "" for addresses that are secrets or belong to machines.</summary>
    public static string Of(PathString path)
    {
        string[] parts = [.. (path.Value ?? "").Split('/').Where(part => part.Length > 0)];
        if (parts.Length == 0 || parts[0] is "receipts" or "desk" or "api" or "hooks" or "assets" or "theme" or "scripts") return "";
        var last = parts[^1];
        foreach (var ending in Endings)
            if (last.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) last = last[..^ending.Length];
        var words = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Take(Longest))
            if (Rune.IsLetterOrDigit(rune)) words.Append(rune);
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        return words.ToString().TrimEnd();
    }
}
