using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Markdown;

public sealed class MicrosoftDialectTests
{
    [Theory]
    [InlineData(":::image type=\"content\" source=\"media/a.png\" alt-text=\"The window\":::")]
    [InlineData(":::image type=\"content\" source=\"./media/a.png\" alt-text=\"The window\" lightbox=\"media/b.png\" border=\"true\":::")]
    [InlineData(":::image source=\"media/a.png\" alt-text=\"The window\"")]
    [InlineData("> :::image source=\"media/a.png\" alt-text=\"The window\":::")]
    [InlineData("1. Step\n\n    :::image source=\"media/a.png\" alt-text=\"The window\":::")]
    public void An_image_marker_is_a_picture(string markdown)
    {
        var picture = Page.Body(markdown, "vpn/media/a.png").QuerySelector("img")!; // Is there.

        Assert.Equal("/assets/0123456789ab/vpn/media/a.png", picture.GetAttribute("src"));
        Assert.Equal("The window", picture.GetAttribute("alt"));
        Assert.DoesNotContain(":::", Page.Html(markdown));
    }

    [Fact]
    public void A_long_description_is_shown_and_its_end_swallowed()
    {
        Assert.Equal("A. Long.", Page.Body(":::image type=\"complex\" source=\"a.png\" alt-text=\"A.\":::\n Long.\n:::image-end:::").TextContent.Trim().Replace("\n", " "));
    }

    [Theory]
    [InlineData("Use :::no-loc text=\"Word\"::: now", "Use Word now")]
    [InlineData("Information::::no-loc text=\"Word\":::.", "Information:Word.")]
    [InlineData(":::no-loc text=\"a:::b\"::: c", "a:::b c")]
    public void Words_that_are_not_to_be_translated_are_words(string markdown, string text)
    {
        Assert.Equal(text, Page.Body(markdown).TextContent.Trim());
    }

    [Fact]
    public void Rows_and_columns_show_their_content_and_indentation_does_not_make_it_code()
    {
        var body = Page.Body(":::row:::\n    :::column span=\"2\":::\n        **Chat**\n    :::column-end:::\n    :::column:::\n        - One\n        - Two\n    :::column-end:::\n:::row-end:::\n\nAfter");

        Assert.Equal("Chat", body.QuerySelector("p > strong")!.TextContent); // Is there.
        Assert.Equal(2, body.QuerySelectorAll("ul > li").Length);
        Assert.Null(body.QuerySelector("pre"));
        Assert.DoesNotContain(":::", body.TextContent);
    }

    [Fact]
    public void A_row_without_an_end_hides_nothing()
    {
        Assert.Equal("More", Page.Body(":::row:::\n:::column:::\nText\n\n## More").QuerySelector("h2")!.TextContent); // Is there.
    }

    [Theory]
    [InlineData("::: zone target=\"docs\"\nText\n::: zone-end")]
    [InlineData(":::zone pivot=\"x\"\nText\n:::zone-end")]
    [InlineData("::: moniker range=\">= a-b\"\nText\n::: moniker-end")]
    public void Zones_are_swallowed_and_their_content_is_shown(string markdown)
    {
        var body = Page.Render(markdown);

        Assert.Equal("<p>Text</p>", body.Html.Trim());
        Assert.Empty(body.Findings);
    }

    [Theory]
    [InlineData("[!INCLUDE [Disclaimer](../includes/note.md)]", "Disclaimer")]
    [InlineData("[!INCLUDE[Disclaimer](../includes/note.md)]", "Disclaimer")]
    [InlineData("[!include [](../includes/note.md)]", "Note")]
    [InlineData("> [!INCLUDE [Disclaimer](../includes/note.md)]", "Disclaimer")]
    public void An_inclusion_is_a_link_to_the_included_article(string markdown, string text)
    {
        var body = Page.Render(markdown);

        Assert.Contains($"<a href=\"/articles/includes/note\">{text}</a>", body.Html);
        Assert.Equal("includes/note", Assert.Single(body.Links).Target.Value);
    }

    [Fact]
    public void A_video_is_a_link_and_its_quote_no_quote()
    {
        Assert.Equal(
            "<p><a href=\"https://www.microsoft.com/videoplayer/embed/1\" rel=\"noopener noreferrer\">Video (www.microsoft.com)</a></p>",
            Page.Html("> [!VIDEO https://www.microsoft.com/videoplayer/embed/1]").Trim());
    }

    [Fact]
    public void A_division_marker_vanishes_with_its_quote()
    {
        Assert.Equal("<p><a href=\"/articles/vpn/next\">Next</a></p>", Page.Html("> [!div class=\"nextstepaction\"]\n> [Next](next.md)").Trim());
    }

    [Fact]
    public void Many_missing_pictures_are_one_finding_and_show_their_descriptions()
    {
        var body = Page.Render("Text\n\n:::image source=\"media/a.png\" alt-text=\"First\":::\n\n![Second](media/b.png)\n\n![](media/c.png)");

        Assert.Equal(["First", "Second"], Page.Frame(body.Html).QuerySelectorAll("span.missing-image").Select(span => span.TextContent));
        Assert.Equal(
            new Finding("missing-image", Severity.Warning, "vpn/setup.md", 12, "Pictures that are not there: vpn/media/a.png, vpn/media/b.png, vpn/media/c.png.",
                "Put the file beside the article or correct its path; until then readers see the description."),
            Assert.Single(body.Findings));
    }
}
