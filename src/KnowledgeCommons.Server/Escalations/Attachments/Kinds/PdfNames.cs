namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// The names (/JavaScript and the like) that stand in the objects of a PDF, wherever they are in text: in strings, comments and the contents of pages they
/// are only letters, and left out. ISO 32000-1, 7.2 and 7.3: in a name, # and two digits are a letter.
/// </summary>
internal static class PdfNames
{
    private const int LongestName = 127;

    /// <summary>Calls <paramref name="seen"/> with each name; at a stream it calls <paramref name="stream"/> with what follows the word, and goes on after the result.</summary>
    public static void In(ReadOnlySpan<byte> text, Action<string> seen, PdfStream stream)
    {
        // One that never ends: a program that is less strict may read on, so we do, and take no other for a string either.
        var hasStrings = true;
        for (var at = 0; at < text.Length;)
        {
            var length = text[at] switch
            {
                (byte)'/' => Name(text[at..], seen),
                (byte)'(' when hasStrings => Words(text[at..]),
                (byte)'%' => Comment(text[at..]),
                (byte)'s' when text[at..].StartsWith("stream"u8) => "stream"u8.Length + stream(text[(at + "stream"u8.Length)..]),
                _ => 1
            };
            hasStrings &= length > 0;
            at += Math.Max(length, 1);
        }
    }

    private static int Name(ReadOnlySpan<byte> text, Action<string> seen)
    {
        var letters = new System.Text.StringBuilder();
        var at = 1;
        for (; at < text.Length && letters.Length <= LongestName && !IsEnd(text[at]); at++)
        {
            var isHex = text[at] == '#' && at + 2 < text.Length && char.IsAsciiHexDigit((char)text[at + 1]) && char.IsAsciiHexDigit((char)text[at + 2]);
            letters.Append(isHex ? (char)Convert.ToByte(System.Text.Encoding.Latin1.GetString(text.Slice(at + 1, 2)), 16) : (char)text[at]);
            if (isHex) at += 2;
        }
        seen(letters.ToString());
        return at;
    }

    // Parentheses nest, and a backslash takes the meaning from the next byte. 0: it never ends.
    private static int Words(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '(') depth++;
            else if (text[at] == ')' && --depth == 0) return at + 1;
        }
        return 0;
    }

    private static int Comment(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? text.Length : end;
    }

    private static bool IsEnd(byte letter) => letter <= ' ' || "()<>[]{}/%"u8.Contains(letter);
}

/// <summary>Given what follows the word "stream"; returns how many bytes of it belong to the stream.</summary>
internal delegate int PdfStream(ReadOnlySpan<byte> rest);
