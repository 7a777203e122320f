namespace KnowledgeCommons.Content.Articles;

/// <summary>Paths as they stand in addresses.</summary>
public static class AddressPath
{
    /// <summary>Each part percent-encoded, the slashes kept.</summary>
    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
