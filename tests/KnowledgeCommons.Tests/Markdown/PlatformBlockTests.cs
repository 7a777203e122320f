using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Markdown;

public sealed class PlatformBlockTests
{
    [Fact]
    public void A_block_for_a_platform_names_it_for_readers_and_for_the_page()
    {
        Assert.Equal(
            "<div class=\"for\" data-for=\"windows\"><p class=\"for-name\">Windows</p>\n<p>Press Win.</p>\n</div>",
            Page.Html(":::for windows\nPress Win.\n:::").Trim());
    }

    [Theory]
    [InlineData(":::for windows macos", "windows macos", "Windows, macOS")]
    [InlineData("::: for iOS, Android", "ios android", "iPhone and iPad, Android")]
    [InlineData(":::FOR Mac iPhone ipad", "macos ios", "macOS, iPhone and iPad")]
    [InlineData("::::for linux web", "linux web", "Linux, Web browser")]
    public void A_block_may_be_for_several_platforms(string fence, string keys, string names)
    {
        var block = Assert.Single(Page.Body($"{fence}\nText\n:::").Children);

        Assert.Equal(keys, block.GetAttribute("data-for"));
        Assert.Equal(names, block.FirstElementChild!.TextContent); // The name stands first.
    }

    [Fact]
    public void An_unknown_platform_is_a_finding_and_its_content_is_shown()
    {
        var body = Page.Render("Text\n\n:::for beos\nText\n:::");

        Assert.Contains("<p class=\"for-name\">beos</p>", body.Html);
        Assert.Equal(
            new Finding("unknown-platform", Severity.Warning, "vpn/setup.md", 12, "Unknown platforms in a :::for block: beos.",
                "Known are windows, macos, ios, android, linux and web."),
            Assert.Single(body.Findings));
    }

    [Fact]
    public void Lists_code_and_alerts_go_on_inside()
    {
        var block = Page.Body(":::for windows\n1. One\n\n   ```\n   :::\n   ```\n2. Two\n   - a\n\n> [!NOTE]\n> b\n:::\n\nAfter").QuerySelector("div.for")!; // Is there.

        Assert.Equal(2, block.QuerySelectorAll("ol > li").Length);
        Assert.Equal(":::\n", block.QuerySelector("code")!.TextContent); // Is there.
        Assert.NotNull(block.QuerySelector("div.alert"));
        Assert.Equal("After", block.NextElementSibling!.TextContent); // Stands behind.
    }

    [Fact]
    public void A_numbered_list_goes_on_through_a_block()
    {
        var lists = Page.Body("1. One\n\n:::for windows\n2. Two\n:::\n\n3. Three").QuerySelectorAll("ol");

        Assert.Equal([null, "2", "3"], lists.Select(list => list.GetAttribute("start")));
    }

    [Fact]
    public void A_block_may_stand_in_a_step()
    {
        Assert.Equal(2, Page.Body("1. One\n   :::for windows\n   Press it.\n   :::\n2. Two").QuerySelectorAll("ol > li").Length);
        Assert.NotNull(Page.Body("1. One\n   :::for windows\n   Press it.\n   :::\n2. Two").QuerySelector("li > div.for"));
    }

    [Fact]
    public void A_new_block_ends_the_one_before()
    {
        Assert.Equal(["windows", "macos"], Page.Body(":::for windows\na\n:::for macos\nb\n:::").Children.Select(block => block.GetAttribute("data-for")));
    }

    [Fact]
    public void A_block_without_an_end_does_not_take_the_rest_of_the_page()
    {
        var body = Page.Render(":::for windows\nPress Win.\n\n## More\n\nText");

        Assert.DoesNotContain("class=\"for\"", body.Html);
        Assert.Contains("<h2 id=\"more\">More</h2>", body.Html);
        Assert.Equal(10, Page.Single(body, "unclosed-block").Line);
    }

    [Fact]
    public void An_unknown_block_is_skipped_and_its_content_is_shown()
    {
        var body = Page.Render(":::spoiler\nText\n:::");

        Assert.Equal("<p>Text</p>", body.Html.Trim());
        Assert.Equal("Unknown blocks were skipped; what they enclose is shown: :::spoiler.", Page.Single(body, "unknown-block").Message);
    }
}
