using KnowledgeCommons.Content.Markdown.Html;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>Writes one document at a time as HTML that still has to be cleaned, and remembers which line each part came from.</summary>
internal sealed class MarkupRenderer : HtmlRenderer
{
    // A long address defined once may be used by each of a thousand short links.
    private const int MostGrowth = 30;
    private const int LeastLimit = 1_000_000;

    private readonly StringWriter _writer;
    private LineMap _lines = new(1);
    private FindingTally _findings = new("");
    private int _firstLine;
    private int _longest;

    public MarkupRenderer() : this(new StringWriter { NewLine = "\n" })
    {
    }

    private MarkupRenderer(StringWriter writer) : base(writer)
    {
        _writer = writer;
        UseNonAsciiNoEscape = true;
        ObjectWriteBefore += (_, part) => MarkLine(part);
    }

    /// <summary>The author wrote HTML whose structure the parser may have to mend.</summary>
    public bool SawUnruly { get; private set; }

    public string Write(MarkdownDocument document, LineMap lines, FindingTally findings, int firstLine)
    {
        (_lines, _findings, _firstLine, SawUnruly) = (lines, findings, firstLine, false);
        _longest = Math.Max(LeastLimit, MostGrowth * document.Span.Length);
        _writer.GetStringBuilder().Clear();
        Render(document);
        var html = _writer.ToString();
        lines.Finish(html);
        return html;
    }

    public void SawTag(ElementRule rule) => SawUnruly |= !rule.IsCalm;

    public void Drop(string what, int lineIndex) => _findings.Add("dropped-html", _firstLine + lineIndex, what);

    private void MarkLine(MarkdownObject part)
    {
        if (part is not (Block or LinkInline)) return;
        var written = _writer.GetStringBuilder().Length;
        if (written > _longest) throw new TooDeepException();
        if (part.Line > 0) _lines.Mark(written, part.Line);
    }
}
