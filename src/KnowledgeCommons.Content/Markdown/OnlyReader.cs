using System.Text.RegularExpressions;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown.Dialect;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>Tells line by line which blocks a line stands in.</summary>
internal sealed partial class OnlyReader
{
    private readonly List<OnlyLine> _lines = [];
    private readonly List<(string What, int Line, bool IsWarning)> _wrong = [];
    private readonly Stack<OpenBlock> _open = new();
    private IReadOnlyList<Audience> _for = [];
    private string? _fence;
    private int _fenceIndent;

    public IReadOnlyList<OnlyLine> Lines => _lines;

    public static bool MayStandIn(string body) => Beginning().IsMatch(body);

    public void Read(string line)
    {
        if (IsCode(line)) Keep(line);
        else if (Beginning().Match(line) is { Success: true } begins) Open(line, begins.Groups["groups"].Value);
        else if (_open.TryPeek(out var block) && IsBlock(line, out var word)) Inside(block, line, word);
        else Keep(line);
    }

    /// <summary>What is wrong, by lines from 0.</summary>
    public IReadOnlyList<(string What, int Line, bool IsWarning)> Finish()
    {
        foreach (var block in _open) _wrong.Add(("A part for some people only has no end, so all that follows counts as its part.", block.Line, IsWarning: true));
        return _wrong;
    }

    private void Open(string line, string groups)
    {
        var audience = Audience.Of(groups.Trim().TrimEnd(':').Split([',', ';']));
        if (audience.IsEveryone) _wrong.Add(("A part for some people only does not say for whom.", _lines.Count, IsWarning: false));
        _open.Push(new OpenBlock(_lines.Count));
        _for = [.. _for, audience];
        _lines.Add(new OnlyLine(line, _for, IsMark: true));
    }

    // ":::for windows" and the like have an end of the same form, and stand inside; a second one ends the first.
    private void Inside(OpenBlock block, string line, string word)
    {
        if (word == "for") block.HoldsFor = true;
        if (word.Length > 0 || block.HoldsFor)
        {
            if (word.Length == 0) block.HoldsFor = false;
            Keep(line);
            return;
        }
        _lines.Add(new OnlyLine(line, _for, IsMark: true));
        _open.Pop();
        if (_open.Count == 0) Frame(block.Line, _lines.Count - 1);
        _for = [.. _for.Take(_open.Count)];
    }

    // Only where it is surely one in the page, too: at the beginning of two lines, the first behind an empty one.
    private void Frame(int first, int last)
    {
        var (begin, end) = (_lines[first], _lines[last]);
        if (!begin.Text.StartsWith(':') || !end.Text.StartsWith(':') || (first > 0 && !_lines[first - 1].IsMark && !string.IsNullOrWhiteSpace(_lines[first - 1].Text))) return;
        _lines[first] = begin with { Shown = $":::{SeenBlock.Begin} {string.Join(", ", begin.For[0].Groups)}" };
        _lines[last] = end with { Shown = $":::{SeenBlock.Finish}" };
    }

    private void Keep(string line) => _lines.Add(new OnlyLine(line, _for, IsMark: false));

    // As CommonMark has it: a fence ends with as many signs of its kind, hardly further in than it began.
    private bool IsCode(string line)
    {
        var text = line.AsSpan().TrimStart(" \t>*+-0123456789.)");
        var indent = line.Length - text.Length;
        if (_fence is { } open)
        {
            if (text.StartsWith(open) && text.TrimEnd().Trim(open[0]).IsEmpty && indent <= _fenceIndent + 3) _fence = null;
            return true;
        }
        var signs = text.StartsWith("```") ? text[..(text.Length - text.TrimStart('`').Length)] : text.StartsWith("~~~") ? text[..(text.Length - text.TrimStart('~').Length)] : [];
        if (signs.IsEmpty || (signs[0] == '`' && text[signs.Length..].Contains('`'))) return false;
        (_fence, _fenceIndent) = (signs.ToString(), indent);
        return true;
    }

    private static bool IsBlock(string line, out string word)
    {
        word = "";
        if (!ColonLine.TryRead(line.AsSpan().Trim(" \t>\r"), out var read)) return false;
        word = read.Word.ToString().ToLowerInvariant();
        return true;
    }

    // Also in a list, in a quotation or further in than Markdown would take it: better too much is hidden than too little.
    [GeneratedRegex(@"^[ \t>*+\-0-9.)]*:::+[ \t]*only(?![\w-])(?<groups>[^\r\n]*)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    private sealed class OpenBlock(int line)
    {
        public int Line => line;
        public bool HoldsFor { get; set; }
    }
}
