using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>The plain text of an article by section, for the index: blocks on lines of their own, white space collapsed except in code.</summary>
internal sealed class SectionText
{
    private readonly List<Section> _sections = [new("", "", 1)];
    private readonly List<string> _texts = [];
    private readonly StringBuilder _text = new();
    private char _gap;

    /// <summary>While true, what is written is not meant for the index (the word "Note" above a note, say).</summary>
    public bool IsMuted { get; set; }

    public IReadOnlyList<Section> Sections => _sections;

    public void StartSection(Section section)
    {
        _texts.Add(_text.ToString());
        _text.Clear();
        _gap = '\0';
        _sections.Add(section);
    }

    /// <summary>A numbered list stands in the section that is being written.</summary>
    public void HasSteps() => _sections[^1] = _sections[^1] with { HasSteps = true };

    public void Break() => _gap = '\n';

    public void Space()
    {
        if (_gap == '\0') _gap = ' ';
    }

    public void Words(string text)
    {
        if (IsMuted) return;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter)) { Space(); continue; }
            Close();
            _text.Append(letter);
        }
    }

    public void Code(string text)
    {
        if (IsMuted) return;
        var code = text.AsSpan().Trim("\r\n");
        if (code.IsEmpty) return;
        Close();
        _text.Append(code);
        if (code.Length < text.Length) _gap = '\n';
    }

    /// <summary>Each section's text, parallel to <see cref="Sections"/>.</summary>
    public IReadOnlyList<string> Finish()
    {
        _texts.Add(_text.ToString());
        return _texts;
    }

    private void Close()
    {
        if (_gap != '\0' && _text.Length > 0) _text.Append(_gap);
        _gap = '\0';
    }
}
