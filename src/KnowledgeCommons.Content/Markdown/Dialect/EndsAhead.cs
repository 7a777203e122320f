namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// Finds ends in one piece of HTML that is read from front to back, and remembers those that do not come any more: a piece full of
/// beginnings would otherwise be searched to its end from each of them.
/// </summary>
internal sealed class EndsAhead
{
    private const int MostFarSearches = 20;

    private readonly HashSet<string> _missing = [];
    private int _farSearches;

    public int Find(ReadOnlySpan<char> rest, string end)
    {
        if (_missing.Contains(end)) return -1;
        var at = rest.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        if (at < 0) _missing.Add(end);
        return at;
    }

    /// <summary>The length of the tag that begins the text; 0 when it has no end or, after many such, a very far one.</summary>
    public int FindTagEnd(ReadOnlySpan<char> rest)
    {
        var near = TagNames.EndOfTag(rest.Length > RawHtml.LongestTag ? rest[..RawHtml.LongestTag] : rest);
        if (near > 0 || rest.Length <= RawHtml.LongestTag || _farSearches++ >= MostFarSearches) return near;
        return TagNames.EndOfTag(rest);
    }
}
