using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// Takes comments and processing instructions out of text. One that does not end soon is shown as text: Markdig would search
/// the whole page for the end of each.
/// </summary>
internal sealed class CommentParser : InlineParser
{
    private const int Longest = 4096;

    public CommentParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() is not ('!' or '?')) return false;
        var text = slice.AsSpan();
        if (text.Length > Longest) text = text[..Longest];
        var end = text.StartsWith("<!--") ? "-->" : text.StartsWith("<![CDATA[") ? "]]>" : text[1] == '?' ? "?>" : ">";
        var at = text[2..].IndexOf(end);
        if (at < 0) processor.Inline = new LiteralInline("<");
        slice.Start += at < 0 ? 1 : 2 + at + end.Length;
        return true;
    }
}
