using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown.Links;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>
/// Writes anew, from the parsed tree, only what <see cref="AllowList"/> names. What an article may do to the page is decided here and nowhere
/// else: the HTML that Markdown makes and the HTML that authors write take the same way.
/// </summary>
internal sealed class HtmlSanitizer
{
    private readonly MarkupWriter _output;
    private readonly SectionText _text;
    private readonly ReferenceLog _log;
    private readonly AnchorRegister _anchors;
    private readonly AttributeWriter _attributes;
    private readonly LinkWriter _links;
    private readonly PictureWriter _pictures;
    private readonly HeadingOutline _outline = new();
    private IElement? _title;
    private bool _isInLink;
    private bool _isInCode;
    private int _tables;

    public HtmlSanitizer(MarkupWriter output, SectionText text, LinkResolver resolver, ReferenceLog log)
    {
        (_output, _text, _log, _anchors) = (output, text, log, new AnchorRegister());
        _attributes = new AttributeWriter(output, _anchors, (element, name) => log.Complain(element, "dropped-html", name));
        _links = new LinkWriter(resolver, log, _anchors, output);
        _pictures = new PictureWriter(resolver, log, _anchors, output);
    }

    /// <summary>True when an element went and its content stayed: the parser may then see the content otherwise than it stood.</summary>
    public bool Unwrapped { get; private set; }

    public void Write(INodeList nodes, IElement? title)
    {
        _title = title;
        WriteAll(nodes);
    }

    private void WriteAll(INodeList nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            switch (nodes[i])
            {
                case IText text: WriteText(text.Data); break;
                case IElement element: WriteElement(element); break;
            }
        }
    }

    private void WriteText(string text)
    {
        _output.Text(text);
        if (_isInCode) _text.Code(text);
        else _text.Words(text);
    }

    private void WriteElement(IElement element)
    {
        var rule = AllowList.Find(element.LocalName);
        switch (element is IHtmlElement ? rule?.Fate ?? Fate.Drop : Fate.Drop)
        {
            case Fate.Keep: WriteKept(element, rule!); break; // A fate of Keep comes from a rule.
            case Fate.Unwrap: WriteUnwrapped(element); break;
            default: WriteDropped(element); break;
        }
    }

    private void WriteUnwrapped(IElement element)
    {
        _log.Complain(element, "dropped-html", $"<{element.LocalName}>");
        Unwrapped = true;
        _text.Break();
        WriteAll(element.ChildNodes);
        _text.Break();
    }

    private void WriteDropped(IElement element)
    {
        if (element is IHtmlInputElement { Type: "checkbox" } box) WriteTask(box);
        else _log.Complain(element, "dropped-html", $"<{element.LocalName}>");
    }

    private void WriteTask(IHtmlInputElement box)
    {
        _output.Open("span");
        _output.Attribute("class", box.IsDefaultChecked ? "task task-done" : "task");
        _output.Attribute("role", "img");
        _output.Attribute("aria-label", box.IsDefaultChecked ? "Done" : "To do");
        _output.Content("span");
        _output.Close("span");
    }

    private void WriteKept(IElement element, ElementRule rule)
    {
        if (rule.IsBlock && rule.Name is not ("td" or "th")) _text.Break();
        else if (rule.IsBlock || rule.Name == "br") _text.Space();
        switch (rule.Name)
        {
            case "a": WriteLink(element, rule); break;
            case "img":
                _attributes.Check(element, rule);
                _pictures.Write(element, _isInLink);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": WriteHeading(element, rule); break;
            case "table": WriteTable(element, rule); break;
            case "pre": WriteCode(element, rule); break;
            case "ol":
                _text.HasSteps();
                WriteAs(rule.Name, element, rule);
                break;
            case "p" when string.IsNullOrEmpty(element.Id) && !NodeText.HasContent(element): break;
            case "p" when element.ClassName == "alert-title": WriteMuted(element, rule); break;
            case "th" when !NodeText.HasContent(element): WriteAs("td", element, rule); break;
            default: WriteAs(rule.Name, element, rule); break;
        }
        if (rule.IsBlock && rule.Name is not ("td" or "th")) _text.Break();
    }

    private void WriteAs(string name, IElement element, ElementRule rule)
    {
        _output.Open(name);
        _attributes.Write(element, rule);
        // Long lines are scrolled, also by those who use the keyboard.
        if (name == "pre") _output.Attribute("tabindex", "0");
        _output.Content(name);
        if (rule.IsVoid) return;
        WriteAll(element.ChildNodes);
        _output.Close(name);
    }

    private void WriteMuted(IElement element, ElementRule rule)
    {
        _text.IsMuted = true;
        WriteAs(rule.Name, element, rule);
        _text.IsMuted = false;
    }

    private void WriteLink(IElement link, ElementRule rule)
    {
        _attributes.Check(link, rule);
        var isOpen = _links.Open(link);
        if (!isOpen && link.ChildElementCount > 0) Unwrapped = true;
        var (wasInLink, wasMuted) = (_isInLink, _text.IsMuted);
        _isInLink |= isOpen;
        _text.IsMuted |= link.ClassName is "footnote-back-ref";
        WriteAll(link.ChildNodes);
        (_isInLink, _text.IsMuted) = (wasInLink, wasMuted);
        if (isOpen) _output.Close("a");
    }

    private void WriteHeading(IElement heading, ElementRule rule)
    {
        var words = NodeText.Of(heading);
        if (ReferenceEquals(heading, _title) || words.Length == 0)
        {
            WritePlaces(heading, words);
            return;
        }
        _attributes.Check(heading, rule);
        // Only elements named h1 to h6 come here.
        var level = _outline.Next(TitleHeading.LevelOf(heading)!.Value);
        var name = LevelNames[level];
        var id = _anchors.Claim(heading.Id) ?? _anchors.ForHeading(words);
        if (level <= 3) _text.StartSection(new Section(id, words, level));
        _output.Open(name);
        _output.Attribute("id", id);
        _output.Content(name);
        _text.IsMuted = level <= 3;
        WriteAll(heading.ChildNodes);
        _text.IsMuted = false;
        _output.Close(name);
    }

    private static readonly string[] LevelNames = ["", "h1", "h2", "h3", "h4", "h5", "h6"];

    // Links to the title, or to names the author gave it, lead to the top of the body.
    private void WritePlaces(IElement heading, string words)
    {
        if (words.Length > 0) WritePlace(_anchors.Claim(heading.Id) ?? _anchors.ForHeading(words));
        foreach (var named in heading.QuerySelectorAll("a"))
            WritePlace(_anchors.Claim(named.Id) ?? _anchors.Claim(named.GetAttribute("name")));
    }

    private void WritePlace(string? id)
    {
        if (id is null) return;
        _output.Open("a");
        _output.Attribute("id", id);
        _output.Content("a");
        _output.Close("a");
    }

    private void WriteTable(IElement table, ElementRule rule)
    {
        _output.Open("div");
        _output.Attribute("class", "table");
        _output.Attribute("role", "region");
        _output.Attribute("tabindex", "0");
        // Two regions of the same name could not be told apart.
        _output.Attribute("aria-label", ++_tables == 1 ? "Table" : $"Table {_tables}");
        _output.Content("div");
        WriteAs("table", table, rule);
        _output.Close("div");
    }

    private void WriteCode(IElement code, ElementRule rule)
    {
        _output.Open("div");
        _output.Attribute("class", "code");
        _output.Content("div");
        var wasInCode = _isInCode;
        _isInCode = true;
        WriteAs("pre", code, rule);
        _isInCode = wasInCode;
        _output.Close("div");
    }
}
