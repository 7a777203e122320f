using System.Net;
using System.Text;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The words of a reply that was written as HTML. Pages encode them again: nothing of the markup is trusted, it is only left out.</summary>
internal static class PlainText
{
    public static string? Of(string? body, string? type) =>
        body is null || type != System.Net.Mime.MediaTypeNames.Text.Html ? body : WebUtility.HtmlDecode(WithoutTags(body)).Trim();

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            var end = html[at] == '<' ? html.IndexOf('>', at) : -1;
            if (end < 0)
            {
                text.Append(html[at]);
                continue;
            }
            var tag = html[(at + 1)..end].TrimStart('/');
            if (tag.StartsWith("br", StringComparison.OrdinalIgnoreCase) || tag is "p" or "div" or "li") text.Append('\n');
            at = end;
        }
        return text.ToString();
    }
}
