namespace KnowledgeCommons.Server.Health;

/// <summary>How a ticket names an article: its permanent id, its slug, or an address of its page, here or on another name of this site.</summary>
internal static class ArticleAddress
{
    private const int Longest = 500;
    private const string Folder = "/articles/";

    /// <summary>The id or slug in it; null when there is none.</summary>
    public static string? Of(string? written)
    {
        if (written?.Trim() is not { Length: > 0 and <= Longest } said || said.Any(char.IsControl)) return null;
        var path = said.IndexOf(Folder, StringComparison.Ordinal) is >= 0 and var at ? said[(at + Folder.Length)..] : said;
        var end = path.IndexOfAny(['?', '#']);
        path = (end < 0 ? path : path[..end]).Trim('/');
        if (path.EndsWith(".md", StringComparison.Ordinal)) path = path[..^3];
        return path.Length > 0 ? Uri.UnescapeDataString(path) : null;
    }
}
