using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>Microsoft's <c>:::image source="…" alt-text="…":::</c> and <c>:::no-loc text="…":::</c> inside text.</summary>
internal sealed class ColonInlineParser : InlineParser
{
    // Longer ones are left as text: the search for their end must not grow with the page.
    private const int Longest = 2000;

    public ColonInlineParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != ':') return false;
        var text = slice.AsSpan();
        if (text.Length > Longest) text = text[..Longest];
        var isImage = text.StartsWith(":::image ");
        if (!isImage && !text.StartsWith(":::no-loc ")) return false;

        var content = text[9..];
        if (EndOf(content) is not { } end) return false;
        content = content[..end.Start];
        processor.Inline = isImage
            ? Image(Attribute(content, "source"), Attribute(content, "alt-text"))
            : new LiteralInline(Attribute(content, "text"));
        slice.Start += 9 + end.Next;
        return true;
    }

    // Quoted values may hold colons; a marker whose end was forgotten ends with its line.
    private static (int Start, int Next)? EndOf(ReadOnlySpan<char> content)
    {
        var quoted = false;
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] == '"') quoted = !quoted;
            if (content[at] == '\n') return (at, at);
            if (!quoted && content[at..].StartsWith(":::")) return (at, at + 3);
        }
        return content.Length + 9 < Longest ? (content.Length, content.Length) : null;
    }

    private static LinkInline Image(string source, string alternative)
    {
        var image = new LinkInline(source, "") { IsImage = true, IsClosed = true };
        image.AppendChild(new LiteralInline(alternative));
        return image;
    }

    private static string Attribute(ReadOnlySpan<char> content, string name)
    {
        var at = content.IndexOf(name + "=\"");
        if (at < 0) return "";
        var value = content[(at + name.Length + 2)..];
        var end = value.IndexOf('"');
        return (end < 0 ? value : value[..end]).Trim().ToString();
    }
}
