namespace KnowledgeCommons.Content.Markdown.Links;

/// <summary>An address as an author wrote it, taken apart the way a browser would do it.</summary>
internal readonly record struct Address(string Whole, string? Scheme, string Path, string? Fragment)
{
    public static Address Parse(string written)
    {
        var whole = Clean(written);
        var scheme = SchemeOf(whole);
        var rest = whole.AsSpan(scheme is null ? 0 : scheme.Length + 1);
        var hash = rest.IndexOf('#');
        var fragment = hash < 0 ? null : Uri.UnescapeDataString(rest[(hash + 1)..].ToString());
        var path = hash < 0 ? rest : rest[..hash];
        if (path.IndexOf('?') is >= 0 and var query) path = path[..query];
        return new Address(whole, scheme, path.ToString(), fragment);
    }

    // Browsers take line breaks and tabs out of an address, and control characters off its ends, before they look at the scheme.
    private static string Clean(string written)
    {
        var span = written.AsSpan();
        while (span.Length > 0 && span[0] <= ' ') span = span[1..];
        while (span.Length > 0 && span[^1] <= ' ') span = span[..^1];
        return span.IndexOfAny("\t\r\n") < 0 ? span.ToString() : span.ToString().Replace("\t", "").Replace("\r", "").Replace("\n", "");
    }

    private static string? SchemeOf(string address)
    {
        var colon = address.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(address[0])) return null;
        foreach (var letter in address.AsSpan(0, colon))
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '-' or '.')) return null;
        return address[..colon].ToLowerInvariant();
    }
}
