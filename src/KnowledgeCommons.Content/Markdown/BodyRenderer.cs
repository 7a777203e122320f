using AngleSharp.Dom;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown.Html;
using KnowledgeCommons.Content.Markdown.Links;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>Makes an article's body into HTML that is safe to stand in the page. One instance serves all threads.</summary>
public sealed class BodyRenderer
{
    private const int LongestBody = 1_000_000;
    private const int LongestParagraph = 300;
    private const int LongestLabel = 120;

    /// <summary>
    /// Renders the text after the front matter; <paramref name="firstLine"/> is the number in the file of its first line, <paramref name="path"/>
    /// the file's path relative to the content folder. A heading that opens the body and serves as <paramref name="title"/>, or becomes it
    /// when that is null, is left out. <paramref name="findAsset"/> finds a file by its path in the content folder. Whatever is wrong with
    /// the text is told in the findings; nothing is thrown.
    /// </summary>
    public RenderedBody Render(string markdown, int firstLine, string path, string? title, Func<string, Asset?> findAsset)
    {
        if (markdown.Length > LongestBody) return PlainBody.TooLarge(markdown.Length, firstLine, path);
        if (Proportion.IsLost(markdown)) return PlainBody.TooDeep(markdown, firstLine, path);
        try
        {
            return Lay(markdown, firstLine, path, title, findAsset);
        }
        catch (TooDeepException)
        {
            return PlainBody.TooDeep(markdown, firstLine, path);
        }
    }

    private static RenderedBody Lay(string markdown, int firstLine, string path, string? title, Func<string, Asset?> findAsset)
    {
        var findings = new FindingTally(path);
        var raw = RawBody.Of(markdown, firstLine, findings);
        var nodes = HtmlTree.Parse(raw.Html);
        var heading = TitleHeading.Find(nodes, title);

        var output = new MarkupWriter();
        var text = new SectionText();
        var log = new ReferenceLog(raw.Lines, findings);
        var sanitizer = new HtmlSanitizer(output, text, new LinkResolver(path, findAsset), log);
        sanitizer.Write(nodes, heading.TakenOut);

        var html = output.ToString();
        if (raw.IsUnruly || sanitizer.Unwrapped) html = Settling.Settle(html);
        return new RenderedBody(
            html, heading.FirstHeading, FirstParagraph(nodes), text.Sections, text.Finish(), log.Links, log.Files, findings.ToFindings());
    }

    // A label ("Applies to: Windows"), a picture or a link alone says nothing about the article, unless there is nothing else.
    private static string FirstParagraph(INodeList nodes)
    {
        var fallback = "";
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is not IElement { LocalName: "p" } paragraph) continue;
            var words = NodeText.Of(paragraph);
            if (words.Length == 0 || IsOnlyLink(paragraph, words)) continue;
            if (!IsLabel(paragraph, words)) return NodeText.Shorten(words, LongestParagraph);
            if (fallback.Length == 0) fallback = words;
        }
        return NodeText.Shorten(fallback, LongestParagraph);
    }

    private static bool IsOnlyLink(IElement paragraph, string words) =>
        paragraph is { ChildElementCount: 1, FirstElementChild: { LocalName: "a" } link } && NodeText.Of(link) == words;

    private static bool IsLabel(IElement paragraph, string words) =>
        words.Length <= LongestLabel && paragraph.FirstChild is IElement { LocalName: "em" or "strong" } label && NodeText.Of(label).EndsWith(':');
}
