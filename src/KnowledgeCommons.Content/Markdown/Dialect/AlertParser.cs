using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// <c>[!WARNING]</c> in any case. At the head of a quote it makes the quote an alert, also in a list and with text on the same line,
/// which Markdig's own parser leaves as it is; anywhere else it becomes a bold word.
/// </summary>
internal sealed class AlertParser : InlineParser
{
    private const int LongestWord = 12;

    public AlertParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!') return false;
        var start = slice.Start + 2;
        var end = slice.Text.IndexOf(']', start, Math.Max(0, Math.Min(LongestWord, slice.End + 1 - start)));
        if (end < 0 || AlertKinds.Find(slice.Text.AsSpan(start, end - start)) is not { } kind) return false;
        if (slice.PeekChar(end + 1 - slice.Start) is '(' or '[' or ':') return false;

        slice.Start = end + 1;
        if (processor.Block is ParagraphBlock { Parent: QuoteBlock quote, Inline.FirstChild: null } && QuoteLooks.Of(quote) is null)
        {
            new QuoteLooks(kind.Class, kind.Title).GiveTo(quote);
            SkipToText(ref slice);
        }
        else
        {
            processor.Inline = Bold(kind.Title + ":");
        }
        return true;
    }

    private static void SkipToText(ref StringSlice rest)
    {
        while (rest.CurrentChar is ' ' or '\t') rest.SkipChar();
        if (rest.CurrentChar == '\r') rest.SkipChar();
        if (rest.CurrentChar == '\n') rest.SkipChar();
    }

    private static EmphasisInline Bold(string text)
    {
        var bold = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2, IsClosed = true };
        bold.AppendChild(new LiteralInline(text));
        return bold;
    }
}
