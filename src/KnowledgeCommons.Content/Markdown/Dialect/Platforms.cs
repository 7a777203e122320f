namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>The platforms a <c>:::for</c> block may name: the key stands in the page, the name is what readers see.</summary>
internal static class Platforms
{
    private static readonly Dictionary<string, (string Key, string Name)> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["windows"] = ("windows", "Windows"),
        ["win"] = ("windows", "Windows"),
        ["macos"] = ("macos", "macOS"),
        ["mac"] = ("macos", "macOS"),
        ["osx"] = ("macos", "macOS"),
        ["ios"] = ("ios", "iPhone and iPad"),
        ["iphone"] = ("ios", "iPhone and iPad"),
        ["ipad"] = ("ios", "iPhone and iPad"),
        ["ipados"] = ("ios", "iPhone and iPad"),
        ["android"] = ("android", "Android"),
        ["linux"] = ("linux", "Linux"),
        ["web"] = ("web", "Web browser"),
    };

    /// <summary>The platform that a word means; null for an unknown word.</summary>
    public static (string Key, string Name)? Find(string word) => ByWord.TryGetValue(word, out var platform) ? platform : null;

    public static bool IsKey(string word) => ByWord.TryGetValue(word, out var platform) && platform.Key == word;
}
