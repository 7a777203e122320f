using System.Diagnostics;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Markdown;

public sealed class LimitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("> ", 10_000)]
    [InlineData("[", 10_000)]
    [InlineData("![", 10_000)]
    [InlineData("**a_", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("1. ", 10_000)]
    [InlineData("> - ", 10_000)]
    [InlineData("<div>", 10_000)]
    [InlineData("<div>\n\n", 10_000)]
    [InlineData("<b><i>", 10_000)]
    [InlineData("<table><tr><td>\n\n", 10_000)]
    [InlineData("a\n---\n", 30_000)]
    public void A_text_of_endless_beginnings_is_shown_as_plain_text_and_says_so(string beginning, int times)
    {
        var (body, time) = Timed(string.Concat(Enumerable.Repeat(beginning, times)) + "<script>x");

        Assert.Equal(
            new Finding("too-deep", Severity.Error, "vpn/setup.md", 10,
                "The article is nested too deeply, or grows out of all proportion, and is shown as plain text: the whole body.",
                "Check the article for a missing end or for characters repeated again and again."),
            Assert.Single(body.Findings));
        Assert.StartsWith("<p>", body.Html);
        Assert.DoesNotContain("<script", body.Html);
        Assert.InRange(time, TimeSpan.Zero, Patience);
    }

    [Theory]
    [InlineData("[](", 50_000)]
    [InlineData("*a ", 100_000)]
    [InlineData("[a](b (", 50_000)]
    [InlineData("x <!-- ", 100_000)]
    [InlineData("x <? ", 100_000)]
    [InlineData("x <![CDATA[ ", 50_000)]
    [InlineData("<!-- ", 100_000)]
    [InlineData("<script>", 100_000)]
    [InlineData("<a title=\"", 100_000)]
    [InlineData("`a ``b ", 100_000)]
    [InlineData("&", 500_000)]
    [InlineData("http://a.example ", 50_000)]
    [InlineData("[!INCLUDE [", 80_000)]
    [InlineData(":::image x ", 80_000)]
    [InlineData(":::for windows\n", 50_000)]
    [InlineData("> [!NOTE]\n\n", 50_000)]
    [InlineData("## a\n", 50_000)]
    [InlineData("- [ ] a\n", 50_000)]
    [InlineData("<ul><li>", 60)]
    [InlineData("![a](b){", 50_000)]
    public void A_text_that_repeats_itself_ends_in_bearable_time(string piece, int times)
    {
        Assert.InRange(Timed(string.Concat(Enumerable.Repeat(piece, times))).Time, TimeSpan.Zero, Patience);
    }

    [Fact]
    public void A_table_of_a_hundred_thousand_cells_is_a_table()
    {
        var (body, time) = Timed("|a|b|c|d|e|\n|-|-|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|3|4|5|\n", 20_000)));

        Assert.Equal(20_000, body.Html.Split("<tr>").Length - 2);
        Assert.InRange(time, TimeSpan.Zero, Patience);
    }

    [Fact]
    public void A_table_whose_empty_cells_would_be_millions_is_plain_text()
    {
        Page.Single(Timed(string.Concat(Enumerable.Repeat("|a", 2000)) + "|\n" + string.Concat(Enumerable.Repeat("|-", 2000)) + "|\n" + string.Concat(Enumerable.Repeat("|a\n", 100_000))).Body, "too-deep");
    }

    [Fact]
    public void A_long_address_that_a_thousand_links_share_does_not_grow_into_gigabytes()
    {
        Page.Single(Timed("[a]: " + new string('x', 50_000) + "\n\n" + string.Concat(Enumerable.Repeat("[a] ", 100_000))).Body, "too-deep");
    }

    [Fact]
    public void Misnested_tags_do_not_multiply()
    {
        var tags = string.Concat(Enumerable.Range(0, 200).Select(number => $"<b id={number}>"));

        Page.Single(Timed("<div>\n<p>" + tags + string.Concat(Enumerable.Repeat("<p>x", 100_000))).Body, "too-deep");
    }

    [Fact]
    public void A_tag_of_a_hundred_thousand_attributes_is_left_out()
    {
        var (body, time) = Timed("<p " + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"a{number} ")) + ">x</p>\n\nAfter");

        Assert.Contains("After", body.Html);
        Assert.Single(Page.Single(body, "dropped-html").Message.Split(" of 688").Skip(1));
        Assert.InRange(time, TimeSpan.Zero, Patience);
    }

    [Fact]
    public void A_body_of_more_than_a_million_characters_is_refused()
    {
        var body = Page.Render(new string('a', 1_000_001));

        Assert.Equal("", body.Html);
        Assert.Equal(Severity.Error, Page.Single(body, "too-large").Severity);
    }

    [Theory]
    [InlineData("\0\u0001\u001b[31m\ufffe\uffff")]
    [InlineData("\ud800 lone \udfff [x](\ud800.md) ![y](\udc00.png) # \ud800")]
    [InlineData("\u202e\u200b\u2028\u2029\u0085")]
    [InlineData("# \ud83d\ude00\n\n[x](#\ud83d\ude00)")]
    [InlineData("[x](%ff%fe.md) [y](%00.md) [z](%) ![w](%zz)")]
    [InlineData("")]
    [InlineData("\ufeff# Title")]
    public void Odd_characters_are_no_reason_to_fail(string markdown)
    {
        Assert.NotNull(Page.Render(markdown).Html);
    }

    [Fact]
    public void Many_threads_get_the_same_result_as_one()
    {
        var texts = Enumerable.Range(0, 200).Select(number => $"# T{number}\n\n> [!NOTE]\n> [a{number}](a{number}.md) <b>x\n\n|a|\n|-|\n|{number}|").ToList();
        var alone = texts.Select(text => Page.Html(text)).ToList();

        Assert.Equal(alone, texts.AsParallel().AsOrdered().Select(text => Page.Html(text)));
    }

    private static (Content.Markdown.RenderedBody Body, TimeSpan Time) Timed(string markdown)
    {
        var start = Stopwatch.GetTimestamp();
        var body = Page.Render(markdown);
        return (body, Stopwatch.GetElapsedTime(start));
    }
}
