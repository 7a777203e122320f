using System.Collections.Frozen;

namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>
/// Everything an article's HTML may contain. Elements of HTML that stand in none of the tables do not exist for articles: their tags
/// are shown as text, which is what <c>&lt;servername&gt;</c> is meant to be.
/// </summary>
internal static class AllowList
{
    /// <summary>Schemes that a link may have.</summary>
    public static readonly FrozenSet<string> Schemes = FrozenSet.Create("http", "https", "mailto", "tel");

    /// <summary>Pages of this site that an article may link to by their path alone.</summary>
    public static readonly string[] SitePages = ["/help", "/search", "/known-issues", "/topics/"];

    /// <summary>Attributes that every kept element may have, besides class.</summary>
    public static readonly FrozenSet<string> Anywhere = FrozenSet.Create("id", "title", "lang", "dir");

    /// <summary>Classes that the renderer makes; language-… on code comes on top. Authors may use them too: they only change looks.</summary>
    public static readonly FrozenSet<string> Classes = FrozenSet.Create(
        "alert", "alert-note", "alert-tip", "alert-important", "alert-warning", "alert-caution", "alert-title",
        "for", "for-name", "only", "task", "task-done", "contains-task-list", "task-list-item",
        "footnotes", "footnote-ref", "footnote-back-ref", "align-center", "align-right");

    /// <summary>Attributes that mean nothing here and are not worth a finding: what they ask for is decided by the renderer.</summary>
    public static readonly FrozenSet<string> Ignored = FrozenSet.Create("rel", "target", "name", "loading", "decoding", "disabled", "data-for", "data-only");

    private static readonly string[] CalmBlocks = ["div", "details", "summary", "ul", "ol", "li"];

    private static readonly (string Name, string[] Attributes)[] Blocks =
    [
        ("blockquote", []), ("dd", []), ("details", ["open"]), ("div", []), ("dl", []), ("dt", []),
        ("figcaption", []), ("figure", []), ("hr", []), ("li", ["value"]), ("ol", ["start", "reversed", "type"]), ("p", []), ("pre", []),
        ("summary", []), ("ul", []),
        ("h1", []), ("h2", []), ("h3", []), ("h4", []), ("h5", []), ("h6", []),
        ("table", []), ("caption", []), ("colgroup", ["span"]), ("col", ["span"]), ("thead", []), ("tbody", []), ("tfoot", []), ("tr", []),
        ("td", ["colspan", "rowspan"]), ("th", ["colspan", "rowspan", "scope"]),
    ];

    private static readonly (string Name, string[] Attributes)[] Inline =
    [
        ("a", ["href"]), ("abbr", []), ("b", []), ("bdi", []), ("bdo", []), ("br", []), ("cite", []), ("code", []), ("del", ["datetime"]),
        ("dfn", []), ("em", []), ("i", []), ("img", ["src", "alt", "width", "height"]), ("ins", ["datetime"]), ("kbd", []), ("mark", []),
        ("q", []), ("s", []), ("samp", []), ("small", []), ("span", []), ("strong", []), ("sub", []), ("sup", []),
        ("time", ["datetime"]), ("u", []), ("var", []), ("wbr", []),
    ];

    private static readonly string[] InlineUnruly = ["ruby", "rp", "rt"];

    /// <summary>Elements whose tags go and whose content stays.</summary>
    private static readonly string[] Unwrapped =
    [
        "html", "body", "head", "header", "footer", "main", "nav", "article", "section", "aside", "hgroup", "address", "search", "center",
        "font", "big", "strike", "tt", "nobr", "acronym", "blink", "marquee", "form", "fieldset", "legend", "label", "button", "output",
        "progress", "meter", "noscript", "object", "applet", "map", "picture", "audio", "video", "canvas", "dialog", "menu", "dir",
        "slot", "datalist", "data", "rtc", "rb",
    ];

    /// <summary>Elements that go with their content.</summary>
    private static readonly string[] Dropped =
    [
        "script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext", "title", "textarea", "template", "select", "option",
        "optgroup", "svg", "math", "listing", "frameset",
        "input", "meta", "link", "base", "embed", "frame", "source", "track", "param", "area", "keygen", "basefont", "bgsound", "image",
    ];

    private static readonly string[] Void =
    [
        "br", "hr", "img", "wbr", "col",
        "input", "meta", "link", "base", "embed", "frame", "source", "track", "param", "area", "keygen", "basefont", "bgsound", "image",
    ];

    private static readonly FrozenDictionary<string, ElementRule> Rules =
        All().ToFrozenDictionary(rule => rule.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ElementRule>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Rules.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The rule for an element of HTML, in any case; null when HTML has no such element.</summary>
    public static ElementRule? Find(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var rule) ? rule : null;

    private static IEnumerable<ElementRule> All()
    {
        foreach (var (name, attributes) in Blocks)
            yield return new ElementRule(name, Fate.Keep, attributes, IsBlock: true, Void.Contains(name), CalmBlocks.Contains(name));
        foreach (var (name, attributes) in Inline)
            yield return new ElementRule(name, Fate.Keep, attributes, IsBlock: false, Void.Contains(name), IsCalm: true);
        foreach (var name in InlineUnruly) yield return new ElementRule(name, Fate.Keep, [], IsBlock: false, IsVoid: false, IsCalm: false);
        foreach (var name in Unwrapped) yield return new ElementRule(name, Fate.Unwrap, [], IsBlock: true, IsVoid: false, IsCalm: false);
        foreach (var name in Dropped) yield return new ElementRule(name, Fate.Drop, [], IsBlock: false, Void.Contains(name), IsCalm: false);
    }
}
