namespace KnowledgeCommons.Content.Markdown;

/// <summary>Leads from a position in the HTML that Markdown became back to the line of the file it came from.</summary>
internal sealed class LineMap(int firstLine)
{
    private readonly List<(int Offset, int Line)> _marks = [];

    private string _html = "";

    /// <summary>Line <paramref name="lineIndex"/> of the body, counted from 0, is written from <paramref name="offset"/> on.</summary>
    public void Mark(int offset, int lineIndex) => _marks.Add((offset, lineIndex));

    public void Finish(string html) => _html = html;

    /// <summary>The line in the file, counted from 1. Between two marks each line break of the HTML is one of the file.</summary>
    public int LineAt(int offset)
    {
        var index = _marks.BinarySearch((offset, int.MaxValue));
        if (index < 0) index = ~index - 1;
        if (index < 0 || offset > _html.Length) return firstLine;
        var (start, line) = _marks[index];
        return firstLine + line + _html.AsSpan(start, offset - start).Count('\n');
    }
}
