using System.Globalization;

namespace KnowledgeCommons.Server.Desk;

/// <summary>A case's number as people type it: "KC-12", "kc 12", "12", or the address of its page.</summary>
internal static class CaseLabel
{
    private const string Prefix = "KC";

    /// <summary>Null when it is none.</summary>
    public static long? NumberIn(string typed)
    {
        var last = typed[(typed.LastIndexOf('/') + 1)..].Split('?', '#')[0].Trim();
        if (last.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) last = last[Prefix.Length..].TrimStart('-', ' ');
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
