using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown;

namespace KnowledgeCommons.Tests.Markdown;

/// <summary>A body rendered as if it lay in vpn/setup.md from line 10 on, and the page it stands in.</summary>
internal static class Page
{
    private static readonly BodyRenderer Renderer = new();

    public static RenderedBody Render(string markdown, string? title = "Title", string path = "vpn/setup.md", params string[] files) =>
        Renderer.Render(markdown, firstLine: 10, path, title, file => files.Contains(file) ? new Asset(file, "0123456789abcdef", 1) : null);

    public static string Html(string markdown, params string[] files) => Render(markdown, files: files).Html;

    /// <summary>The body's division in a page with a frame around it, read as a browser reads it.</summary>
    public static IElement Body(string markdown, params string[] files) => Frame(Html(markdown, files)).GetElementById("kc-body")!; // The frame has it.

    public static IHtmlDocument Frame(string html) => new HtmlParser().ParseDocument(
        $"<!DOCTYPE html><html><head><title>Page</title></head><body><main id=\"kc-main\"><div id=\"kc-body\">{html}</div></main><footer id=\"kc-foot\">Foot</footer></body></html>");

    public static Finding Single(RenderedBody body, string rule) => Assert.Single(body.Findings, finding => finding.Rule == rule);
}
