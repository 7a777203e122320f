using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>A quote; without its frame when a <c>[!div]</c> or <c>[!VIDEO]</c> marker said that it is not one.</summary>
internal sealed class PlainQuoteRenderer : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock quote)
    {
        var framed = !quote.ContainsData(typeof(PlainQuoteRenderer));
        renderer.EnsureLine();
        if (framed) renderer.WriteLine("<blockquote>");
        var tight = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(quote);
        renderer.ImplicitParagraph = tight;
        renderer.EnsureLine();
        if (framed) renderer.WriteLine("</blockquote>");
    }
}
