using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeCommons.Content.Markdown.Dialect;

internal sealed class SeenBlockRenderer : HtmlObjectRenderer<SeenBlock>
{
    // Whom it is for stands in no text, so that it is in no summary and found by no search.
    protected override void Write(HtmlRenderer renderer, SeenBlock block)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"only\" data-only=\"").WriteEscape(block.Groups).WriteLine("\">");
        renderer.WriteChildren(block);
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
