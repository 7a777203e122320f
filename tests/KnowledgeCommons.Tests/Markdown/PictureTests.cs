using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Markdown;

public sealed class PictureTests
{
    [Fact]
    public void A_picture_loads_when_it_comes_into_view()
    {
        Assert.Equal(
            "<p><img src=\"/assets/0123456789ab/vpn/a.png\" alt=\"The window\" title=\"T\" loading=\"lazy\" decoding=\"async\"></p>",
            Page.Html("![The *window*](a.png \"T\")", "vpn/a.png").Trim());
    }

    [Theory]
    [InlineData("![A](a.png){width=300 height=200}", "300", "200")]
    [InlineData("![A](a.png){width=300}", "300", null)]
    [InlineData("![A](a.png){height=\"200px\"}", null, "200")]
    [InlineData("<img src=\"a.png\" width=\"40 px\" height=\"50%\">", "40", null)]
    public void A_picture_may_have_a_size(string markdown, string? width, string? height)
    {
        var picture = Page.Body(markdown, "vpn/a.png").QuerySelector("img")!; // Is there.

        Assert.Equal(width, picture.GetAttribute("width"));
        Assert.Equal(height, picture.GetAttribute("height"));
    }

    [Theory]
    [InlineData("![A](a.png){onerror=alert(1)}")]
    [InlineData("![A](a.png){width=300 onerror=x}")]
    [InlineData("![A](a.png){#id .class}")]
    [InlineData("![A](a.png){width=0}")]
    public void Nothing_but_a_size_is_taken_from_the_braces(string markdown)
    {
        Assert.Contains("{", Page.Body(markdown, "vpn/a.png").TextContent);
    }

    [Fact]
    public void A_picture_of_another_site_is_a_link_and_a_finding()
    {
        var body = Page.Render("![The window](https://example.org/a.png)");

        Assert.Equal("<p><a href=\"https://example.org/a.png\" rel=\"noopener noreferrer\">The window</a></p>", body.Html.Trim());
        Assert.Equal("Pictures on other sites are shown as links: https://example.org/a.png.", Page.Single(body, "foreign-image").Message);
    }

    [Fact]
    public void A_picture_of_another_site_inside_a_link_is_only_words()
    {
        Assert.Equal("<p><a href=\"/articles/vpn/b\">a.png</a></p>", Page.Html("[![](https://example.org/a.png)](b.md)").Trim());
    }

    [Fact]
    public void Data_addresses_are_never_pictures()
    {
        var body = Page.Render("![Words](data:image/png;base64,AAAA)");

        Assert.Equal("<p><span class=\"missing-image\">Words</span></p>", body.Html.Trim());
        Assert.Equal(Severity.Warning, Page.Single(body, "link-scheme").Severity);
    }

    [Fact]
    public void A_linked_picture_without_words_is_named_after_its_file()
    {
        Assert.Equal("a.png", Page.Body("[![](a.png)](b.md)", "vpn/a.png").QuerySelector("a > img")!.GetAttribute("alt")); // Is there.
    }
}
