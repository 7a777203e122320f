using AngleSharp.Dom;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Markdown;

public sealed class HtmlSanitizerTests
{
    private static readonly HashSet<string> Elements =
    [
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small",
        "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "id", "class", "title", "lang", "dir", "href", "rel", "src", "alt", "width", "height", "loading", "decoding", "colspan", "rowspan", "scope", "span", "start",
        "value", "type", "reversed", "open", "datetime", "role", "aria-label", "tabindex", "data-for",
    ];

    [Theory]
    [ClassData(typeof(XssPayloads))]
    public void Nothing_an_author_writes_runs_loads_or_breaks_anything(string payload)
    {
        foreach (var around in new[] { "{0}", "text {0} text", "- {0}\n- b", "| a |\n|---|\n| {0} |", "> {0}", "<div>\n{0}\n</div>", "[{0}](b.md)", ":::for web\n{0}\n:::", "<p>{0}", "## {0}" })
        {
            var html = Page.Html(around.Replace("{0}", payload) + "\n\nAfter", "vpn/a.png");
            AssertHarmless(html);
        }
    }

    [Fact]
    public void Random_tag_soup_is_harmless_and_read_as_it_was_written()
    {
        string[] pieces =
        [
            "<a href=x.md>", "</a>", "<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<caption>", "<tbody>", "<li>", "<ul>", "</ul>", "<dl>", "<dt>",
            "<dd>", "<h2>", "</h2>", "<h4>", "<pre>\n\n", "</pre>", "<button>", "</button>", "<form>", "</form>", "<object>", "</object>", "<marquee>", "<nobr>", "<font color=red>", "</font>", "<svg>", "</svg>",
            "<math>", "<desc>", "<foreignObject>", "<select>", "</select>", "<option>", "<template>", "</template>", "<textarea>", "</textarea>", "<title>", "</title>", "<style>", "</style>", "<details>",
            "<summary>", "<div>", "</div>", "<img src=a.png>", "<br>", "<hr>", "text", "&amp;", "&lt;", "&#13;", "&nbsp;", "\n", "\n\n", "* x\n", "`c`", "**d**", "<ruby>", "<rt>", "<rp>", "<center>", "<colgroup>", "<col>",
            "<input type=checkbox>", "<!-- c -->", "<body>", "</body>", "<frameset>", "<plaintext>", "<noscript>", "</noscript>", "<applet>", "<details open>", "<a name=y>", "<blockquote>", "> ", "    ", "|a|b|\n|-|-|\n|1|2|\n",
        ];
        var random = new Random(20_11);
        for (var round = 0; round < 3000; round++)
        {
            var soup = string.Concat(Enumerable.Range(0, random.Next(2, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            AssertHarmless(Page.Html(soup, "vpn/a.png"), soup);
        }
    }

    [Fact]
    public void What_was_dropped_is_one_finding_that_names_everything_and_the_first_line()
    {
        var body = Page.Render("Text\n\n<center onclick=\"a()\">x</center>\n\n<script>\n\nalert(1)\n</script>\n\n<p style=\"color:red\">y</p> <iframe src=\"z\"></iframe>");

        Assert.Equal(
            new Finding("dropped-html", Severity.Warning, "vpn/setup.md", 12,
                "HTML that articles may not contain was left out: <script>, <iframe>, <center>, style.", "Write it in Markdown instead."),
            Assert.Single(body.Findings));
        Assert.Equal("Text x y", string.Join(' ', Page.Frame(body.Html).GetElementById("kc-body")!.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))); // The frame has it.
    }

    [Fact]
    public void Ids_of_authors_are_kept_once_and_out_of_the_frames_way()
    {
        var ids = Page.Body("<a id=\"Part_1\"></a><b id=\"Part_1\">x</b><i id=\"kc-main\">y</i><u id=\"a b.c\">z</u>").QuerySelectorAll("[id]").Select(element => element.Id);

        Assert.Equal(["Part_1", "section-kc-main", "a-b-c"], ids);
    }

    [Fact]
    public void Text_that_looks_like_markup_stays_text_through_all_steps()
    {
        Assert.Equal("<b>&amp;</b> \u00a0 \"x\"", Page.Body("&lt;b&gt;&amp;amp;&lt;/b&gt; &nbsp; \"x\"").TextContent.Trim());
    }

    private static void AssertHarmless(string html, string? because = null)
    {
        var page = Page.Frame(html);
        // Frame puts them there.
        var body = page.GetElementById("kc-body")!;
        Assert.Equal("kc-main", body.ParentElement!.Id);
        Assert.Same(page.Body, page.GetElementById("kc-foot")!.ParentElement);
        Assert.Equal("Page", page.Title);
        foreach (var element in body.QuerySelectorAll("*")) AssertHarmless(element);
        // A browser that reads what is served sees the tree that was cleaned.
        if (body.InnerHtml is var again && html != again) Assert.Fail($"Not read as written:\n{because}\n{html}\n{again}");
    }

    private static void AssertHarmless(IElement element)
    {
        Assert.Contains(element.LocalName, Elements);
        Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
        foreach (var attribute in element.Attributes)
        {
            Assert.Contains(attribute.Name, Attributes);
            if (attribute.Name == "id") Assert.DoesNotMatch("(?i)^kc-", attribute.Value);
            if (attribute.Name == "src") Assert.StartsWith("/assets/0123456789ab/", attribute.Value);
            if (attribute.Name == "href") Assert.Matches("^(https?://|mailto:|tel:|/articles/|/help|/search|/topics/|#)", attribute.Value);
            if (attribute.Name == "href" && attribute.Value.StartsWith("http", StringComparison.Ordinal)) Assert.Equal("noopener noreferrer", element.GetAttribute("rel"));
            if (attribute.Name == "class") Assert.Matches("^[a-z0-9#+._ -]+$", attribute.Value);
        }
    }
}
