namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>Reads a tag the way an HTML tokenizer does, as far as its name and its end.</summary>
internal static class TagNames
{
    /// <summary>The name of the tag at the start of the text, empty when there is none.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text)
    {
        var from = text.Length > 1 && text[1] == '/' ? 2 : 1;
        if (text.Length <= from || !char.IsAsciiLetter(text[from])) return [];
        var to = from + 1;
        while (to < text.Length && text[to] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f')) to++;
        return text[from..to];
    }

    /// <summary>The length of the tag at the start of the text, its closing sign included; 0 when it does not end.</summary>
    public static int EndOfTag(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        var afterEquals = false;
        for (var at = 1; at < text.Length; at++)
        {
            var letter = text[at];
            if (quote != '\0')
            {
                if (letter == quote) quote = '\0';
            }
            else if (letter == '>') return at + 1;
            else if (afterEquals && (letter is '"' or '\'')) quote = letter;
            if (!char.IsWhiteSpace(letter)) afterEquals = letter == '=' && quote == '\0';
        }
        return 0;
    }
}
