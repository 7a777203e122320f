namespace KnowledgeCommons.Tests.Markdown;

public sealed class HeadingTests
{
    [Fact]
    public void The_first_heading_is_the_title_when_there_is_none_and_is_not_repeated()
    {
        var body = Page.Render("# Set up the VPN\n\nText", title: null);

        Assert.Equal("Set up the VPN", body.FirstHeading);
        Assert.DoesNotContain("<h", body.Html);
    }

    [Fact]
    public void A_heading_that_says_the_same_as_the_title_is_left_out_even_among_others_of_its_level()
    {
        Assert.Equal(["Two"], Headings("# set up\n\n# Two", title: "Set up"));
    }

    [Fact]
    public void The_only_first_level_heading_that_opens_the_body_serves_as_the_title()
    {
        Assert.Equal(["Steps"], Headings("# Setting up, in other words\n\n## Steps", title: "Set up"));
    }

    [Fact]
    public void A_heading_behind_the_first_paragraph_stays()
    {
        Assert.Equal(["Set up"], Headings("Text\n\n# Set up", title: "Set up"));
    }

    [Fact]
    public void First_level_headings_that_divide_the_body_stay()
    {
        Assert.Equal(["One", "Two"], Headings("# One\n\n# Two", title: "Set up"));
    }

    [Theory]
    [InlineData("# A\n\n# B", "H2 H2")]
    [InlineData("## A\n\n### B\n\n## C", "H2 H3 H2")]
    [InlineData("### A\n\n##### B\n\n#### C\n\n## D", "H2 H3 H3 H2")]
    [InlineData("# X\n\n# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F", "H2 H2 H3 H4 H5 H6 H6")]
    public void The_top_level_of_the_body_is_two_and_no_level_is_skipped(string markdown, string levels)
    {
        Assert.Equal(levels, string.Join(' ', Page.Body(markdown).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.TagName)));
    }

    [Fact]
    public void Ids_are_made_as_on_GitHub_and_a_second_one_gets_a_number()
    {
        Assert.Equal(
            ["what-you-see", "0x80070005-access-denied", "überblick", "what-you-see-1", "what-you-see-2", "section"],
            Ids("## What you see?\n\n## 0x80070005: Access denied\n\n## Überblick\n\n## What you see\n\n## What you see\n\n## ???"));
    }

    [Fact]
    public void An_id_of_the_frame_is_never_given_and_links_to_it_still_arrive()
    {
        Assert.Equal(["section-kc-body"], Ids("## kc-body"));
        Assert.Equal("#section-kc-body", Page.Body("[x](#kc-body)").QuerySelector("a")!.GetAttribute("href")); // The link was kept.
    }

    [Fact]
    public void The_names_an_author_gave_the_title_still_lead_to_the_page()
    {
        var body = Page.Render("# <a name=\"old-name\"></a>Title\n\nText");

        Assert.NotNull(Page.Frame(body.Html).GetElementById("old-name"));
        Assert.NotNull(Page.Frame(body.Html).GetElementById("title"));
    }

    [Fact]
    public void An_empty_heading_is_left_out()
    {
        Assert.Equal("", Page.Html("##\n").Trim());
    }

    private static IEnumerable<string> Headings(string markdown, string title) =>
        Page.Frame(Page.Render(markdown, title).Html).QuerySelectorAll("h2,h3").Select(heading => heading.TextContent);

    private static IEnumerable<string?> Ids(string markdown) => Page.Body("Text\n\n" + markdown).QuerySelectorAll("h2").Select(heading => heading.Id);
}
