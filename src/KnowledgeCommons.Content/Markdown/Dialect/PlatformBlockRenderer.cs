using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeCommons.Content.Markdown.Dialect;

internal sealed class PlatformBlockRenderer : HtmlObjectRenderer<PlatformBlock>
{
    protected override void Write(HtmlRenderer renderer, PlatformBlock block)
    {
        renderer.EnsureLine();
        var framed = block.HasEnd && block.Names.Count > 0;
        if (framed)
        {
            renderer.Write("<div class=\"for\" data-for=\"").WriteEscape(string.Join(' ', block.Keys)).Write("\"><p class=\"for-name\">");
            renderer.WriteEscape(string.Join(", ", block.Names)).WriteLine("</p>");
        }
        var tight = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(block);
        renderer.ImplicitParagraph = tight;
        renderer.EnsureLine();
        if (framed) renderer.WriteLine("</div>");
    }
}
