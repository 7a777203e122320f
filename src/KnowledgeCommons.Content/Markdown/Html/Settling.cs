using AngleSharp.Dom;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>
/// Makes sure that a browser sees the tree that was written. A tag that was taken out can leave elements in each other that may not stand so,
/// and the parser would rearrange them; reading and writing again gives the form that stays.
/// </summary>
internal static class Settling
{
    private const int MostRounds = 6;

    /// <summary>
    /// HTML that is read as it stands, of the same elements and words; throws <see cref="TooDeepException"/> when there is no such form.
    /// </summary>
    public static string Settle(string html)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var again = Again(html);
            if (again == html) return html;
            html = again;
        }
        throw new TooDeepException();
    }

    private static string Again(string html)
    {
        var output = new MarkupWriter();
        WriteAll(HtmlTree.Parse(html), output);
        return output.ToString();
    }

    private static void WriteAll(INodeList nodes, MarkupWriter output)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is IText text) output.Text(text.Data);
            else if (nodes[i] is IElement element) WriteElement(element, output);
        }
    }

    private static void WriteElement(IElement element, MarkupWriter output)
    {
        var name = element.LocalName;
        output.Open(name);
        // Indexed within the length.
        for (var i = 0; i < element.Attributes.Length; i++) output.Attribute(element.Attributes[i]!.Name, element.Attributes[i]!.Value);
        output.Content(name);
        if (AllowList.Find(name) is { IsVoid: true }) return;
        WriteAll(element.ChildNodes, output);
        output.Close(name);
    }
}
