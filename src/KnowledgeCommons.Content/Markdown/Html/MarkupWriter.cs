using System.Buffers;
using System.Text;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>Writes HTML in the one form that a parser gives back unchanged: every value quoted, every special letter escaped.</summary>
internal sealed class MarkupWriter
{
    private static readonly SearchValues<char> SpecialInText = SearchValues.Create("&<>\u00a0\r");
    private static readonly SearchValues<char> SpecialInValue = SearchValues.Create("&<>\"\u00a0\r");

    private readonly StringBuilder _html = new();

    // A parser drops a line break right behind <pre>, so one that belongs to the text has to be written twice.
    private bool _atStartOfPre;

    public void Open(string name) => _html.Append('<').Append(name);

    public void Attribute(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        Escape(value, SpecialInValue);
        _html.Append('"');
    }

    /// <summary>Ends the start tag that was opened last.</summary>
    public void Content(string name)
    {
        _html.Append('>');
        _atStartOfPre = name == "pre";
    }

    public void Close(string name)
    {
        _atStartOfPre = false;
        _html.Append("</").Append(name).Append('>');
    }

    public void Text(string text)
    {
        if (text.Length == 0) return;
        if (_atStartOfPre && text[0] is '\n' or '\r') _html.Append('\n');
        _atStartOfPre = false;
        Escape(text, SpecialInText);
    }

    public void Line() => _html.Append('\n');

    public override string ToString() => _html.ToString();

    private void Escape(ReadOnlySpan<char> text, SearchValues<char> special)
    {
        for (var at = text.IndexOfAny(special); at >= 0; at = text.IndexOfAny(special))
        {
            _html.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\u00a0' => "&nbsp;",
                _ => "\n",
            });
            text = text[(at + 1)..];
        }
        _html.Append(text);
    }
}
