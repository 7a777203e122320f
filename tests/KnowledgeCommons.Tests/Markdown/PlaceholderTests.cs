namespace KnowledgeCommons.Tests.Markdown;

public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("Open \\\\<servername>\\share <Share Name> now")]
    [InlineData("Type <USERNAME>@<domain.com> there")]
    [InlineData("Use <PackageID> and </PackageID>")]
    [InlineData("Set the <title> and the <script> and <option> of it")]
    [InlineData("Use <textarea> here")]
    [InlineData("Never <plaintext> this")]
    [InlineData("A <select> b")]
    [InlineData("Ping <address> first")]
    [InlineData("An <!-- unfinished comment")]
    public void A_tag_that_HTML_does_not_know_or_that_never_ends_is_shown_as_it_was_typed(string text)
    {
        var body = Page.Render(text + "\n\n## After");

        Assert.Equal(text.Replace("\\\\", "\\"), Page.Frame(body.Html).QuerySelector("p")!.TextContent); // The first paragraph.
        Assert.Equal("After", Page.Frame(body.Html).QuerySelector("h2")!.TextContent); // Nothing swallowed it.
    }

    [Theory]
    [InlineData("<servername>")]
    [InlineData("<title>")]
    [InlineData("<textarea rows=2>")]
    [InlineData("<script>\nvar x = 1;")]
    [InlineData("<style>\np { }")]
    [InlineData("<iframe src=x>")]
    [InlineData("<!-- a comment without an end")]
    [InlineData("<div title=\"a value without an end>")]
    [InlineData("<select>")]
    [InlineData("<template>")]
    [InlineData("<?php")]
    [InlineData("<!DOCTYPE html")]
    [InlineData("<![CDATA[")]
    public void HTML_without_an_end_at_the_start_of_a_line_keeps_what_follows_visible(string start)
    {
        Assert.Contains("After", Page.Body(start + "\n\nAfter it").TextContent);
    }

    [Fact]
    public void Comments_are_left_out_without_a_finding()
    {
        var body = Page.Render("a<!-- one -->b\n\n<!-- two\n\nlines -->\n\nc");

        Assert.Equal("<p>ab</p>\n\n\n<p>c</p>", body.Html.Trim().Replace("\n\n\n\n", "\n\n\n"));
        Assert.Empty(body.Findings);
    }
}
