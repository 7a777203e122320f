using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown.Html;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>What is shown of a body that cannot be laid out.</summary>
internal static class PlainBody
{
    /// <summary>The text as it was written, in paragraphs.</summary>
    public static RenderedBody TooDeep(string markdown, int firstLine, string path)
    {
        var output = new MarkupWriter();
        const StringSplitOptions filled = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var paragraph in markdown.Replace("\r\n", "\n").Split("\n\n", filled))
        {
            output.Open("p");
            output.Content("p");
            output.Text(paragraph.Replace('\0', '\ufffd'));
            output.Close("p");
        }
        return Of(output.ToString(), markdown, "too-deep", firstLine, path);
    }

    public static RenderedBody TooLarge(int length, int firstLine, string path) =>
        Of("", "", "too-large", firstLine, path, $"{length:N0} characters");

    private static RenderedBody Of(string html, string text, string rule, int line, string path, string name = "the whole body")
    {
        var findings = new FindingTally(path);
        findings.Add(rule, line, name);
        return new RenderedBody(html, null, "", [new Section("", "", 1)], [text], [], [], findings.ToFindings());
    }
}
