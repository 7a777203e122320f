using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>An alert as a note with its title; the role is added when the page is cleaned.</summary>
internal sealed class AlertRenderer : HtmlObjectRenderer<AlertBlock>
{
    protected override void Write(HtmlRenderer renderer, AlertBlock alert)
    {
        // Only AlertParser makes alerts, and only of kinds it knows.
        var kind = AlertKinds.Find(alert.Kind.AsSpan())!.Value;
        renderer.EnsureLine();
        renderer.Write("<div class=\"alert ").Write(kind.Class).Write("\"><p class=\"alert-title\">").Write(kind.Title).WriteLine("</p>");
        var tight = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(alert);
        renderer.ImplicitParagraph = tight;
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
