using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Markdown;

public sealed class SectionTextTests
{
    [Fact]
    public void Each_section_to_the_third_level_has_its_text_and_the_first_is_what_stands_before_all_headings()
    {
        var body = Page.Render("Before\n\n## One\n\na\n\n### Two\n\nb\n\n#### Deep\n\nc\n\n## Three");

        Assert.Equal([new Section("", "", 1), new Section("one", "One", 2), new Section("two", "Two", 3), new Section("three", "Three", 2)], body.Sections);
        Assert.Equal(["Before", "a", "b\nDeep\nc", ""], body.SectionTexts);
    }

    [Fact]
    public void Blocks_stand_on_lines_of_their_own_and_code_keeps_its_lines()
    {
        var body = Page.Render("A *b*\n`c`  \nd\n\n- e\n- f\n\n```\nx  y\n  z\n```\n\n| g | h |\n|---|---|\n| i | j |");

        Assert.Equal("A b c d\ne\nf\nx  y\n  z\ng h\ni j", Assert.Single(body.SectionTexts));
    }

    [Fact]
    public void Markup_and_the_words_the_page_adds_are_no_text()
    {
        var body = Page.Render("> [!NOTE]\n> Text<br>more&nbsp;text <!-- x --> <script>alert(1)</script>[^1]\n\n[^1]: Foot");

        Assert.Equal("Text more text 1\nFoot", Assert.Single(body.SectionTexts));
    }

    [Theory]
    [InlineData("# T\n\nFirst *one*.\n\nSecond.", "First one.")]
    [InlineData("![x](a.png)\n\n[link](b.md)\n\n*Applies to:* Windows\n\nReal text.", "Real text.")]
    [InlineData("**Note:** only this", "Note: only this")]
    [InlineData("- list only", "")]
    public void The_first_paragraph_that_says_something_can_serve_as_summary(string markdown, string paragraph)
    {
        Assert.Equal(paragraph, Page.Render(markdown, title: null, files: "vpn/a.png").FirstParagraph);
    }

    [Fact]
    public void A_long_first_paragraph_is_cut_between_words()
    {
        var paragraph = Page.Render(string.Concat(Enumerable.Repeat("twelve chars ", 100))).FirstParagraph;

        Assert.InRange(paragraph.Length, 280, 300);
        Assert.EndsWith(" twelve…", paragraph.Replace("chars…", "chars twelve…"));
    }
}
