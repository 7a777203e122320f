namespace KnowledgeCommons.Tests.Reading;

public sealed class ArticlePageTests(ArticleShelf shelf) : IClassFixture<ArticleShelf>
{
    private readonly TestSite _site = shelf.Site;

    [Fact]
    public async Task An_article_says_what_it_is_how_long_it_takes_and_who_keeps_it()
    {
        var page = await _site.PageAsync("/articles/vpn/vpn-wont-connect");
        Assert.Equal("The VPN will not connect", page.Words("h1"));
        Assert.Equal("Gets the tunnel up again.", page.Words(".lead"));
        Assert.Equal("About 5 minutes For Windows, macOS Checked 11 November 2026 Kept by Dev Patel", page.Words(".facts"));
        Assert.Equal("All topics VPN and Wi-Fi", page.Words("nav.trail"));
        Assert.Equal("The VPN will not connect · Knowledge Commons", page.Title);
    }

    [Fact]
    public async Task Three_sections_make_a_table_of_contents_and_two_do_not()
    {
        var page = await _site.PageAsync("/articles/vpn/vpn-wont-connect");
        Assert.Equal("What you see The full fix If that did not work", page.Words("nav.contents ol"));
        Assert.False(page.QuerySelector("details.contents-fold")?.HasAttribute("open"));
        Assert.NotNull(page.QuerySelector("nav.contents a[href='#the-full-fix']"));
        Assert.Null((await _site.PageAsync("/articles/vpn/vpn-is-slow")).QuerySelector("nav.contents"));
    }

    [Fact]
    public async Task The_question_at_the_end_carries_the_revision_and_four_answers()
    {
        var page = await _site.PageAsync("/articles/vpn/vpn-wont-connect");
        var form = page.QuerySelector("form[method=post]");
        Assert.NotNull(form);
        Assert.Equal("/articles/vpn/vpn-wont-connect/outcome", form.GetAttribute("action"));
        Assert.Matches("^[0-9a-f]{12}$", form.QuerySelector("input[name=revision]")?.GetAttribute("value"));
        Assert.Equal(["fixed", "partly", "not-fixed", "only-reading"], form.QuerySelectorAll("button[name=answer]").Select(button => button.GetAttribute("value")));
    }

    [Fact]
    public async Task Every_way_to_a_person_takes_the_article_and_its_revision_along()
    {
        var page = await _site.PageAsync("/articles/vpn/vpn-wont-connect");
        var ways = page.QuerySelectorAll("a[href^='/help']").Select(way => way.GetAttribute("href")).Distinct();
        Assert.Equal(
            ["/help/now?article=vpn%2Fvpn-wont-connect&revision=", "/help?article=vpn%2Fvpn-wont-connect&revision="],
            ways.Select(way => way?[..(way.IndexOf("revision=", StringComparison.Ordinal) + "revision=".Length)]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_holds_no_inline_script_or_style()
    {
        var page = await _site.PageAsync("/articles/vpn/vpn-wont-connect");
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Related_articles_share_words_and_tags_and_never_include_the_article_itself()
    {
        var page = await _site.PageAsync("/articles/vpn/vpn-wont-connect");
        Assert.Equal(["/articles/vpn/vpn-is-slow"], page.QuerySelectorAll(".related a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_edit_link_leads_to_the_file_at_the_forge()
    {
        var page = await _site.PageAsync("/articles/printing/gr%C3%BC%C3%9Fe-an-alle");
        Assert.Equal("https://git.example.com/kb/edit/main/printing/gr%C3%BC%C3%9Fe%20an%20alle.md", page.QuerySelector(".sources a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task An_article_in_another_language_says_so_and_the_frame_stays_as_it_is()
    {
        var page = await _site.PageAsync("/articles/arabic");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(("ar", "rtl"), (page.QuerySelector(".article-body")?.GetAttribute("lang"), page.QuerySelector(".article-body")?.GetAttribute("dir")));
    }

    [Theory]
    [InlineData("/articles/VPN/VPN-Wont-Connect", "/articles/vpn/vpn-wont-connect")]
    [InlineData("/articles/vpn/vpn-wont-connect/", "/articles/vpn/vpn-wont-connect")]
    [InlineData("/articles/vpn/vpn%20wont%20connect", "/articles/vpn/vpn-wont-connect")]
    [InlineData("/articles/vpn/vpn-wont-connect/?search=7", "/articles/vpn/vpn-wont-connect?search=7")]
    [InlineData("/articles/vpn/tunnel-broken", "/articles/vpn/vpn-wont-connect")]
    [InlineData("/articles/printing/toner", "/articles/printing/paper-jam")]
    [InlineData("/articles/printing/toner.md", "/articles/printing/paper-jam.md")]
    [InlineData("/articles/VPN/vpn-is-slow.MD", "/articles/vpn/vpn-is-slow.md")]
    [InlineData("/articles/printing/Gru%CC%88%C3%9Fe%20an%20alle", "/articles/printing/gr%C3%BC%C3%9Fe-an-alle")]
    [InlineData("/articles", "/topics")]
    [InlineData("/articles/", "/topics")]
    public async Task Other_spellings_and_former_addresses_lead_to_the_article(string asked, string leadsTo) =>
        Assert.Equal(leadsTo, await _site.LeadsToAsync(asked));

    [Theory]
    [InlineData("/articles/nothing")]
    [InlineData("/articles/..%2f..%2fetc%2fpasswd")]
    [InlineData("/articles/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/articles/%EF%BF%BD")]
    [InlineData("/articles//evil.example/")]
    [InlineData("/articles/.md")]
    [InlineData("/articles/nothing.md")]
    public async Task An_address_where_nothing_is_answers_404(string address) =>
        Assert.NotNull((await _site.PageAsync(address, System.Net.HttpStatusCode.NotFound)).QuerySelector("h1"));

    [Fact]
    public async Task The_source_is_served_as_it_was_written()
    {
        using var response = await _site.Client.GetAsync("/articles/printing/paper-jam.md");
        Assert.Equal("text/markdown; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("# Paper jam\n\nOpen the tray.\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Asking_only_for_the_head_of_a_page_works()
    {
        using var response = await _site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/articles/printing/paper-jam"));
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
    }
}
