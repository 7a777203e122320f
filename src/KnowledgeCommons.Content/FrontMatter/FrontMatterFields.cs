namespace KnowledgeCommons.Content.FrontMatter;

/// <summary>One value of the front matter: a word or a list of words, with its line in the file.</summary>
internal readonly record struct FrontMatterField(IReadOnlyList<string> Values, bool IsList, int Line)
{
    public string Text => Values.Count > 0 ? Values[0] : "";
}

/// <summary>The top-level fields by name (lower case). Nested mappings are kept out: nothing here reads them.</summary>
internal sealed class FrontMatterFields
{
    private readonly Dictionary<string, FrontMatterField> _byName = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _unclear = new(StringComparer.OrdinalIgnoreCase);

    public bool Add(string name, FrontMatterField field) => _byName.TryAdd(name, field);

    public FrontMatterField? Find(string name) => _byName.TryGetValue(name, out var field) ? field : null;

    public string? Text(string name) => Find(name) is { } field && field.Text.Length > 0 ? field.Text : null;

    /// <summary>A list, or one word standing for a list of one.</summary>
    public IReadOnlyList<string> List(string name) => Find(name)?.Values.Where(value => value.Length > 0).ToList() ?? [];

    /// <summary>That a name stands there with a value that is not, or not only, a word or a list of words, or stands there twice.</summary>
    public void Doubt(string name) => _unclear.Add(name);

    public bool IsUnclear(string name) => _unclear.Contains(name);
}
