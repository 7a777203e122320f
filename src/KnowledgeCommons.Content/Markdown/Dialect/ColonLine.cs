namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>A line of three or more colons, a word and its rest: <c>:::for windows</c>, <c>::: zone-end</c>, <c>:::row:::</c>, <c>:::</c>.</summary>
internal readonly ref struct ColonLine
{
    private ColonLine(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        Word = word;
        Rest = rest;
    }

    /// <summary>Empty for a line of colons only.</summary>
    public ReadOnlySpan<char> Word { get; }

    public ReadOnlySpan<char> Rest { get; }

    public static bool TryRead(ReadOnlySpan<char> line, out ColonLine read)
    {
        read = default;
        if (!line.StartsWith(":::")) return false;
        var text = line.TrimStart(':').Trim();
        if (text.EndsWith(":::")) text = text.TrimEnd(':').TrimEnd();
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '-')) length++;
        if (length == 0 && text.Length > 0) return false;
        read = new ColonLine(text[..length], text[length..].Trim());
        return true;
    }
}
