namespace KnowledgeCommons.Tests.Markdown;

public sealed class AlertTests
{
    [Theory]
    [InlineData("> [!NOTE]\n> Text", "alert-note", "Note")]
    [InlineData("> [!Tip]\n> Text", "alert-tip", "Tip")]
    [InlineData("> [!important]\n> Text", "alert-important", "Important")]
    [InlineData(">[!WARNING]\n>Text", "alert-warning", "Warning")]
    [InlineData("> [!CAUTION] Text", "alert-caution", "Caution")]
    [InlineData("> [!NOTE]\r\n> Text\r\n", "alert-note", "Note")]
    public void A_marker_at_the_head_of_a_quote_makes_it_an_alert(string markdown, string name, string title)
    {
        var alert = Assert.Single(Page.Body(markdown).Children);

        Assert.Equal($"alert {name}", alert.ClassName);
        Assert.Equal("note", alert.GetAttribute("role"));
        Assert.Equal(title, alert.QuerySelector("p.alert-title")!.TextContent); // Every alert has a title.
        Assert.Equal("Text", Assert.Single(alert.QuerySelectorAll("p:not(.alert-title)")).TextContent);
    }

    [Fact]
    public void An_alert_may_stand_in_a_list_and_hold_a_list()
    {
        Assert.NotNull(Page.Body("1. Step\n\n   > [!TIP]\n   > - one\n   > - two").QuerySelector("ol > li > div.alert-tip > ul > li"));
    }

    [Fact]
    public void A_marker_outside_of_a_quote_becomes_a_bold_word()
    {
        Assert.Equal("<p><strong>Note:</strong> text</p>", Page.Html("[!NOTE] text").Trim());
    }

    [Fact]
    public void An_unknown_marker_stays_what_it_was()
    {
        Assert.Equal("[!NONSENSE] text", Page.Body("> [!NONSENSE] text").QuerySelector("blockquote")!.TextContent.Trim()); // Still a quote.
    }
}
