using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// Markdig's links, with an end to its patience: it reads on to the end of the paragraph for the end of each address. After some hundred such
/// searches an address has to end soon, or a page of unfinished links would take time in the square of its length.
/// </summary>
internal sealed class NearLinkParser : LinkInlineParser
{
    private const int Farthest = 2000;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']' || slice.PeekChar() != '(' || slice.Length <= Farthest || ArticleContext.Of(processor).MayLookFar())
            return base.Match(processor, ref slice);
        var end = slice.End;
        slice.End = slice.Start + Farthest;
        var matched = base.Match(processor, ref slice);
        slice.End = end;
        return matched;
    }
}
