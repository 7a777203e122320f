namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>The words that may stand in <c>&gt; [!WORD]</c>: each with its class and the title readers see.</summary>
internal static class AlertKinds
{
    private static readonly Dictionary<string, (string Class, string Title)> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["note"] = ("alert-note", "Note"),
        ["info"] = ("alert-note", "Note"),
        ["tip"] = ("alert-tip", "Tip"),
        ["important"] = ("alert-important", "Important"),
        ["warning"] = ("alert-warning", "Warning"),
        ["caution"] = ("alert-caution", "Caution"),
        ["danger"] = ("alert-caution", "Caution"),
    };

    public static (string Class, string Title)? Find(ReadOnlySpan<char> word) =>
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var kind) ? kind : null;
}
