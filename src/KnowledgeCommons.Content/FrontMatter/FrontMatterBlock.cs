namespace KnowledgeCommons.Content.FrontMatter;

/// <summary>A file cut in two: the YAML between the first two lines of three hyphens (null when there is none) and the body after it.</summary>
public readonly record struct FrontMatterBlock(string? Yaml, string Body, int BodyLine)
{
    private const string Fence = "---";

    /// <summary>Cuts the text of a file; <see cref="BodyLine"/> counts from 1. A fence that is never closed is a rule, not front matter.</summary>
    public static FrontMatterBlock Cut(string text)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        var whole = new FrontMatterBlock(null, text[start..], 1);
        if (!IsFence(LineAt(text, start, out var at))) return whole;
        var yamlStart = at;
        for (var line = 2; at < text.Length; line++)
        {
            var lineStart = at;
            if (IsFence(LineAt(text, at, out at))) return new FrontMatterBlock(text[yamlStart..lineStart], text[at..], line + 1);
        }
        return whole;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual(Fence);

    private static ReadOnlySpan<char> LineAt(string text, int start, out int next)
    {
        var end = text.IndexOf('\n', start);
        next = end < 0 ? text.Length : end + 1;
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start);
    }
}
