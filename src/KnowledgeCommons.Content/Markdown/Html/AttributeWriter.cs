using System.Globalization;
using AngleSharp.Dom;
using KnowledgeCommons.Content.Markdown.Dialect;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>Writes those attributes of an element that are allowed and well formed; the others are named in a finding.</summary>
internal sealed class AttributeWriter(MarkupWriter output, AnchorRegister anchors, Action<IElement, string> drop)
{
    private const int LongestGroups = 200;

    private const int MostCells = 1000;

    public void Write(IElement element, ElementRule rule)
    {
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            // Within the length just asked for.
            var attribute = attributes[i]!;
            if (attribute.Name == "class") WriteClasses(element, rule, attribute.Value);
            else if (AllowList.Anywhere.Contains(attribute.Name) || Array.IndexOf(rule.Attributes, attribute.Name) >= 0) WriteOne(attribute);
            else if (!AllowList.Ignored.Contains(attribute.Name)) drop(element, attribute.Name);
        }
    }

    /// <summary>Names the attributes that an element may not have without writing those it may: for elements written by others.</summary>
    public void Check(IElement element, ElementRule rule)
    {
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            // Within the length just asked for.
            var name = attributes[i]!.Name;
            var isKnown = name == "class" || AllowList.Anywhere.Contains(name) || AllowList.Ignored.Contains(name);
            if (!isKnown && Array.IndexOf(rule.Attributes, name) < 0) drop(element, name);
        }
    }

    private void WriteOne(IAttr attribute)
    {
        var value = attribute.Name == "id" ? anchors.Claim(attribute.Value) : Checked(attribute.Name, attribute.Value);
        if (value is not null) output.Attribute(attribute.Name, value);
    }

    private static string? Checked(string name, string value) => name switch
    {
        "title" or "datetime" => value,
        "open" or "reversed" => "",
        "lang" => IsLanguage(value) ? value : null,
        "dir" => value.ToLowerInvariant() is ("ltr" or "rtl" or "auto") and var direction ? direction : null,
        "scope" => value.ToLowerInvariant() is ("row" or "col" or "rowgroup" or "colgroup") and var scope ? scope : null,
        "type" => value is "1" or "a" or "A" or "i" or "I" ? value : null,
        "start" or "value" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Text(number) : null,
        "colspan" or "rowspan" or "span" =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cells) && cells is > 0 and <= MostCells ? Text(cells) : null,
        _ => null,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsLanguage(string value)
    {
        foreach (var letter in value)
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '-') return false;
        return value.Length > 0;
    }

    private void WriteClasses(IElement element, ElementRule rule, string written)
    {
        var kept = new List<string>();
        foreach (var name in written.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries))
        {
            var wanted = name.ToLowerInvariant();
            if (!(rule.Name == "code" ? IsLanguageClass(wanted) : AllowList.Classes.Contains(wanted))) drop(element, "class");
            else if (!kept.Contains(wanted)) kept.Add(wanted);
        }
        if (kept.Count == 0) return;
        output.Attribute("class", string.Join(' ', kept));
        WriteMeaning(element, rule.Name, kept);
    }

    // What a class means to people who do not see it: a description that fits the looks, whoever wrote the class.
    private void WriteMeaning(IElement element, string name, List<string> classes)
    {
        if (name == "div" && classes.Contains("alert")) output.Attribute("role", "note");
        if (name == "div" && classes.Contains("for") && element.GetAttribute("data-for") is { } platforms)
        {
            var keys = Array.FindAll(platforms.Split(' '), Platforms.IsKey);
            if (keys.Length > 0) output.Attribute("data-for", string.Join(' ', keys));
        }
        if (name == "div" && classes.Contains("only") && element.GetAttribute("data-only") is { Length: > 0 and <= LongestGroups } groups) output.Attribute("data-only", groups);
        if (name == "span" && classes.Contains("task"))
        {
            output.Attribute("role", "img");
            output.Attribute("aria-label", classes.Contains("task-done") ? "Done" : "To do");
        }
    }

    private static bool IsLanguageClass(string name)
    {
        if (!name.StartsWith("language-", StringComparison.Ordinal)) return false;
        foreach (var letter in name)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '+' or '#' or '.' or '_')) return false;
        return true;
    }
}
