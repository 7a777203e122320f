using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>A quote, an alert with its title, or only the content: as <see cref="QuoteLooks"/> says.</summary>
internal sealed class QuoteRenderer : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock quote)
    {
        var looks = QuoteLooks.Of(quote);
        renderer.EnsureLine();
        if (looks is { AlertClass: { } alert, AlertTitle: { } title })
            renderer.Write("<div class=\"alert ").Write(alert).Write("\"><p class=\"alert-title\">").Write(title).WriteLine("</p>");
        else if (looks is null)
            renderer.WriteLine("<blockquote>");

        var tight = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(quote);
        renderer.ImplicitParagraph = tight;
        renderer.EnsureLine();
        if (looks != QuoteLooks.Plain) renderer.WriteLine(looks is null ? "</blockquote>" : "</div>");
    }
}
