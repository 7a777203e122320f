using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// Makes links of bare addresses: http, https and mailto only. Markdig's own parser also takes others, and looks back over the whole
/// paragraph for each address, which makes a paragraph of addresses slow.
/// </summary>
internal sealed class WebLinkParser : InlineParser
{
    private const int DeepestLook = 64;

    public WebLinkParser() => OpeningCharacters = ['h', 'm', 'w'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (DomainStart(slice.AsSpan()) is not { } domain) return false;
        if (slice.PeekCharExtra(-1) is var before && !char.IsWhiteSpace(before) && !"\0*_~(>\"'".Contains(before)) return false;
        if (IsInBrackets(processor)) return false;

        var rest = slice;
        if (!LinkHelper.TryParseUrl(ref rest, out var address, out _, isAutoLink: true)) return false;
        address = address.TrimEnd('*', '_', '~');
        if (domain < 0) domain = address.IndexOf('@') + 1;
        if (domain <= 0 || address.Length <= domain || !LinkHelper.IsValidDomain(address, domain)) return false;

        processor.Inline = Link(address);
        slice.Start += address.Length;
        return true;
    }

    // Where the domain begins; -1: behind the @ that is still to be found.
    private static int? DomainStart(ReadOnlySpan<char> text) =>
        text.StartsWith("https://") ? 8 :
        text.StartsWith("http://") ? 7 :
        text.StartsWith("www.") ? 4 :
        text.StartsWith("mailto:") ? -1 : null;

    // The text of a link that is being written is not linked again.
    private static bool IsInBrackets(InlineProcessor processor)
    {
        var at = processor.Inline;
        for (var steps = 0; at is not null; at = at.Parent)
        {
            if (at is LinkDelimiterInline { IsActive: true, Type: DelimiterType.Open } || ++steps > DeepestLook) return true;
        }
        return false;
    }

    private static LinkInline Link(string address)
    {
        var url = address.StartsWith("www.", StringComparison.Ordinal) ? "https://" + address : address;
        var link = new LinkInline(url, "") { IsAutoLink = true, IsClosed = true };
        link.AppendChild(new LiteralInline(address.StartsWith("mailto:", StringComparison.Ordinal) ? address[7..] : address));
        return link;
    }
}
