namespace KnowledgeCommons.Tests.Markdown;

public sealed class BlockTests
{
    [Fact]
    public void Code_stands_in_a_frame_with_its_language()
    {
        Assert.Equal(
            "<div class=\"code\"><pre tabindex=\"0\"><code class=\"language-powershell\">Get-Item &lt;path&gt;\n</code></pre></div>",
            Page.Html("```PowerShell\nGet-Item <path>\n```").Trim());
        Assert.Equal("<div class=\"code\"><pre tabindex=\"0\"><code>x\n</code></pre></div>", Page.Html("    x").Trim());
    }

    [Fact]
    public void A_table_can_be_scrolled_by_keyboard_and_keeps_its_alignment()
    {
        var region = Assert.Single(Page.Body("| A | B |\n|--:|:-:|\n| 1 | |").Children);

        Assert.Equal(["table", "region", "0", "Table"], new[] { "class", "role", "tabindex", "aria-label" }.Select(region.GetAttribute));
        Assert.Equal(["align-right", "align-center"], region.QuerySelectorAll("table > thead > tr > th").Select(cell => cell.ClassName));
        Assert.Equal(["1", ""], region.QuerySelectorAll("table > tbody > tr > td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Two_tables_have_different_names()
    {
        Assert.Equal(["Table", "Table 2"], Page.Body("|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|").Children.Select(table => table.GetAttribute("aria-label")));
    }

    [Fact]
    public void A_grid_table_is_a_table_and_no_finding()
    {
        var body = Page.Render("+-----+-----+\n| A   | B   |\n+=====+=====+\n| - x | 2   |\n+-----+-----+");

        Assert.NotNull(Page.Frame(body.Html).QuerySelector("div.table > table > tbody > tr > td li"));
        Assert.Empty(body.Findings);
    }

    [Fact]
    public void An_empty_table_heading_is_an_ordinary_cell()
    {
        Assert.Equal(["TD", "TH"], Page.Body("| | B |\n|-|-|\n| 1 | 2 |").QuerySelectorAll("thead > tr > *").Select(cell => cell.TagName));
    }

    [Theory]
    [InlineData("- [ ] Open\n- [x] Closed")]
    [InlineData("- <input type=\"checkbox\"> Open\n- <input type=\"checkbox\" checked disabled> Closed")]
    public void Tasks_are_marked_by_pictures_with_a_name(string markdown)
    {
        var body = Page.Render(markdown);
        var marks = Page.Frame(body.Html).QuerySelectorAll("li span.task");

        Assert.Equal(["To do", "Done"], marks.Select(mark => mark.GetAttribute("aria-label")));
        Assert.All(marks, mark => Assert.Equal("img", mark.GetAttribute("role")));
        Assert.Empty(Page.Frame(body.Html).QuerySelectorAll("input"));
        Assert.Empty(body.Findings);
    }

    [Fact]
    public void Footnotes_lead_there_and_back()
    {
        var body = Page.Body("Text[^1]\n\n[^1]: Note");
        var reference = body.QuerySelector("a.footnote-ref")!; // Is there.
        var back = body.QuerySelector("div.footnotes a.footnote-back-ref")!; // Is there.

        Assert.Equal("#" + body.QuerySelector("div.footnotes li")!.Id, reference.GetAttribute("href")); // Is there.
        Assert.Equal("#" + reference.Id, back.GetAttribute("href"));
    }

    [Fact]
    public void Definitions_and_strikethrough_are_understood_and_other_tildes_left_alone()
    {
        Assert.NotNull(Page.Body("Word\n:   Meaning").QuerySelector("dl > dt + dd"));
        Assert.Equal("<p><del>old</del> C:\\PROGRA~1\\COMMON~1 x^2^</p>", Page.Html("~~old~~ C:\\PROGRA~1\\COMMON~1 x^2^").Trim());
    }

    [Fact]
    public void Details_line_breaks_and_named_places_of_authors_stay()
    {
        Assert.Equal(
            "<details><summary>More</summary>\n<p>a<br>b&nbsp;c<a id=\"Define_Views\"></a></p>\n</details>",
            Page.Html("<details><summary>More</summary>\n\na<br/>b&nbsp;c<a name=\"Define_Views\"></a>\n\n</details>").Trim());
    }

    [Fact]
    public void Attributes_in_braces_are_text()
    {
        Assert.Equal("Text {onclick=alert(1) #kc-main .x}", Page.Body("Text {onclick=alert(1) #kc-main .x}").TextContent.Trim());
        Assert.Equal("{style=\"color:red\"}", Page.Body("{style=\"color:red\"}\n# x").FirstElementChild!.TextContent); // A paragraph.
    }
}
