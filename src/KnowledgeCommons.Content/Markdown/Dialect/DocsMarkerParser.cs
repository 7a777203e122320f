using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// Microsoft's other markers in square brackets: <c>[!INCLUDE [title](path)]</c> and <c>[!VIDEO address]</c> become links,
/// <c>[!div class="…"]</c> vanishes and its quote is no quote.
/// </summary>
internal sealed class DocsMarkerParser : InlineParser
{
    // Longer markers are left as text: the search for their end must not grow with the page.
    private const int Longest = 600;

    public DocsMarkerParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!') return false;
        var text = slice.AsSpan();
        if (text.Length > Longest) text = text[..Longest];
        var length =
            Is(text, "[!INCLUDE") ? Include(processor, text) :
            Is(text, "[!VIDEO ") ? Video(processor, text) :
            Is(text, "[!div") ? PlainQuote(processor, text) : 0;
        slice.Start += length;
        return length > 0;
    }

    private static bool Is(ReadOnlySpan<char> text, string marker) => text.StartsWith(marker, StringComparison.OrdinalIgnoreCase);

    private static int Include(InlineProcessor processor, ReadOnlySpan<char> text)
    {
        var open = "[!INCLUDE".Length;
        while (open < text.Length && text[open] == ' ') open++;
        var middle = text.IndexOf("](");
        var close = middle < 0 ? -1 : text[middle..].IndexOf(")]");
        if (close < 0 || open >= text.Length || text[open] != '[' || middle < open) return 0;
        var title = text[(open + 1)..middle].Trim();
        var address = text[(middle + 2)..(middle + close)].Trim().ToString();
        processor.Inline = Link(address, title.IsEmpty ? NameOf(address) : title.ToString());
        return middle + close + 2;
    }

    private static int Video(InlineProcessor processor, ReadOnlySpan<char> text)
    {
        var close = text.IndexOf(']');
        if (close < 0) return 0;
        var address = text["[!VIDEO ".Length..close].Trim().ToString();
        var site = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : "";
        processor.Inline = Link(address, site.Length > 0 ? $"Video ({site})" : "Video");
        Unquote(processor);
        return close + 1;
    }

    private static int PlainQuote(InlineProcessor processor, ReadOnlySpan<char> text)
    {
        var close = text.IndexOf(']');
        if (close < 0) return 0;
        Unquote(processor);
        close++;
        while (close < text.Length && text[close] is (' ' or '\r' or '\n')) close++;
        return close;
    }

    private static void Unquote(InlineProcessor processor)
    {
        if (processor.Block?.Parent is QuoteBlock quote) QuoteLooks.Plain.GiveTo(quote);
    }

    private static LinkInline Link(string address, string title)
    {
        var link = new LinkInline(address, "") { IsClosed = true };
        link.AppendChild(new LiteralInline(title));
        return link;
    }

    private static string NameOf(string address)
    {
        var name = Path.GetFileNameWithoutExtension(address).Replace('-', ' ').Replace('_', ' ').Trim();
        return name.Length == 0 ? address : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
