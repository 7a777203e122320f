using System.Text;
using AngleSharp.Dom;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>The words of a piece of HTML on one line.</summary>
internal static class NodeText
{
    public static string Of(INode node)
    {
        var text = new StringBuilder();
        Collect(node, text);
        return Collapse(text.ToString());
    }

    /// <summary>True when a reader would see something: words or a picture.</summary>
    public static bool HasContent(INode node)
    {
        if (node is IText text) return !string.IsNullOrWhiteSpace(text.Data);
        if (node is IElement { LocalName: "img" or "input" } or IElement { ClassName: "task" or "task task-done" }) return true;
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
            if (HasContent(children[i])) return true;
        return false;
    }

    /// <summary>At most so many characters, cut between words.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var cut = text.LastIndexOf(' ', longest - 1);
        if (cut < longest / 2) cut = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..cut].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    public static string Collapse(string text)
    {
        var words = new StringBuilder(text.Length);
        var between = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter)) { between = words.Length > 0; continue; }
            if (between) words.Append(' ');
            between = false;
            words.Append(letter);
        }
        return words.ToString();
    }

    private static void Collect(INode node, StringBuilder text)
    {
        if (node is IText words) text.Append(words.Data);
        if (node is IElement { LocalName: "br" }) text.Append(' ');
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++) Collect(children[i], text);
    }
}
