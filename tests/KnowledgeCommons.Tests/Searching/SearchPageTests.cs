using System.Net;
using AngleSharp.Dom;

namespace KnowledgeCommons.Tests.Searching;

public sealed class SearchPageTests
{
    [Fact]
    public async Task Results_show_title_topic_section_and_the_words_in_place()
    {
        await using var site = await SearchSite.StartAsync();
        var page = await site.Client.PageAsync("/search?q=blue+light");
        Assert.Equal("Help with “blue light”", page.QuerySelector("h1")?.TextContent);
        Assert.Equal("1 article may help", page.QuerySelector("main [role=status]")?.TextContent);
        var hit = Assert.Single(page.QuerySelectorAll("ol.hits > li"));
        Assert.Equal("The printer is offline", hit.QuerySelector("h2 a")?.TextContent);
        Assert.Contains("Printing & paper", hit.TextContent, StringComparison.Ordinal);
        Assert.Contains("Under “Check the cable”", hit.TextContent, StringComparison.Ordinal);
        Assert.Equal("Push the plug in & wait for the \"blue\" light of the printer.", hit.QuerySelector(".snippet")?.TextContent);
        Assert.Equal(["blue", "light"], hit.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("blue light", page.QuerySelector("#kc-q")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Every_result_page_ends_with_a_person_who_is_told_the_search()
    {
        await using var site = await SearchSite.StartAsync();
        var page = await site.Client.PageAsync("/search?q=blue+light");
        var help = page.QuerySelector(".person-card a")?.GetAttribute("href") ?? "";
        Assert.Matches("^/help\\?search=[0-9a-f-]{36}&problem=blue%20light$", help);
        Assert.Equal(help, page.QuerySelector("header .person")?.GetAttribute("href"));
        var form = await site.Client.PageAsync(help);
        Assert.Contains("blue light", form.QuerySelector("textarea[name=problem]")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_result_leads_to_a_person_and_to_topics()
    {
        await using var site = await SearchSite.StartAsync();
        var page = await site.Client.PageAsync("/search?q=xylophone");
        Assert.Equal("We have no article about this yet. That is for us to mend, and we have noted it.", page.QuerySelector("main [role=status]")?.TextContent);
        Assert.Matches("^/help\\?search=[0-9a-f-]{36}&problem=xylophone$", page.QuerySelector("main a.button")?.GetAttribute("href") ?? "");
        Assert.Equal(["/topics/printing", "/topics/network"], page.Links("li.topic a"));
        Assert.Equal("Or look around by topic", page.QuerySelector("#kc-topics")?.TextContent);
    }

    [Fact]
    public async Task A_word_that_begins_like_one_of_a_topic_names_that_topic_first()
    {
        await using var site = await SearchSite.StartAsync();
        var page = await site.Client.PageAsync("/search?q=connectivityproblem");
        Assert.Equal(["/topics/network"], page.Links("li.topic a"));
        Assert.Equal("These topics may be close", page.QuerySelector("#kc-topics")?.TextContent);
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=")]
    [InlineData("/search?q=%20%09")]
    public async Task Without_a_question_there_is_a_field_to_ask_one(string address)
    {
        await using var site = await SearchSite.StartAsync();
        var page = await site.Client.PageAsync(address);
        Assert.Equal("What is not working?", page.QuerySelector("h1")?.TextContent);
        Assert.Single(page.QuerySelectorAll("input[name=q]"));
        Assert.Equal(2, page.QuerySelectorAll("li.topic").Length);
    }

    [Fact]
    public async Task Filters_are_links_that_narrow_and_widen()
    {
        await using var site = await SearchSite.StartAsync();
        var page = await site.Client.PageAsync("/search?q=printer");
        Assert.Equal("3 articles may help", page.QuerySelector("main [role=status]")?.TextContent);
        Assert.Equal(["Printing & paper · 2", "Network · 1", "macOS · 2", "Windows · 2"], page.QuerySelectorAll("nav.narrow-by a").Select(link => link.TextContent.Trim()));
        Assert.Contains("/search?q=printer&topic=printing", page.Links("nav.narrow-by a"));
        var narrowed = await site.Client.PageAsync("/search?q=printer&topic=printing&for=windows");
        Assert.Equal("2 articles may help", narrowed.QuerySelector("main [role=status]")?.TextContent);
        Assert.Equal(["/search?q=printer&for=windows", "/search?q=printer&topic=printing"], narrowed.Links("a.chosen"));
        var nothing = await site.Client.PageAsync("/search?q=stuck&topic=network");
        Assert.Contains("/search?q=stuck", nothing.Links("main a"));
    }

    [Fact]
    public async Task More_hits_than_a_page_holds_are_paged()
    {
        await using var site = new TestSite();
        for (var n = 0; n < 25; n++) site.Write($"a{n}.md", $"# Mouse number {n}\n\nText.");
        await site.StartAsync();
        var first = await site.Client.PageAsync("/search?q=mouse");
        Assert.Equal(10, first.QuerySelectorAll("li.hit").Length);
        Assert.Equal("/search?q=mouse&page=2", first.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        var last = await site.Client.PageAsync("/search?q=mouse&page=3");
        Assert.Equal(5, last.QuerySelectorAll("li.hit").Length);
        Assert.Equal("21", last.QuerySelector("ol.hits")?.GetAttribute("start"));
        Assert.Null(last.QuerySelector("a[rel=next]"));
        var beyond = await site.Client.PageAsync("/search?q=mouse&page=99");
        Assert.Equal("/search?q=mouse&page=3", beyond.QuerySelector("a[rel=prev]")?.GetAttribute("href"));
        foreach (var odd in (string[])["0", "-1", "x", "99999999999999999999", "1e3"])
            Assert.Equal(10, (await site.Client.PageAsync($"/search?q=mouse&page={odd}")).QuerySelectorAll("li.hit").Length);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("title:printer\" NEAR( * -- %00 \u0000 \u202E 😀")]
    [InlineData("&lt;b&gt; ' \" { } {query} {n}")]
    public async Task What_is_typed_is_shown_as_text(string typed)
    {
        await using var site = await SearchSite.StartAsync();
        var page = await site.Client.PageAsync("/search?q=" + Uri.EscapeDataString(typed));
        Assert.Empty(page.QuerySelectorAll("main script, main img, main b"));
        Assert.Equal(typed.Replace("\0", "\uFFFD", StringComparison.Ordinal).Trim(), page.QuerySelector("#kc-q")?.GetAttribute("value")?.Replace("\0", "\uFFFD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pasted_report_of_ten_thousand_characters_gets_an_ordinary_answer()
    {
        await using var site = await SearchSite.StartAsync();
        var report = "ERR-42 " + string.Concat(Enumerable.Repeat("Gerät „läuft“ nicht. ", 500));
        var page = await site.Client.PageAsync("/search?q=" + Uri.EscapeDataString(report[..10_000]));
        Assert.Equal("The printer is offline", page.QuerySelector("li.hit a")?.TextContent);
        Assert.True((page.QuerySelector("h1")?.TextContent.Length ?? 0) < 200);
    }

    [Fact]
    public async Task Results_are_nobody_elses_and_in_no_search_engine()
    {
        await using var site = await SearchSite.StartAsync();
        using var response = await site.Client.GetAsync("/search?q=printer");
        Assert.Equal("no-cache, private", response.Headers.CacheControl?.ToString());
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kc-search=", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.Ordinal));
    }
}
