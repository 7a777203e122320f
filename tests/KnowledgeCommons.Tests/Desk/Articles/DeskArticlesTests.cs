using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Tests.Feedback;
using KnowledgeCommons.Tests.Health;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Desk.Articles;

public sealed class DeskArticlesTests : IAsyncLifetime
{
    private static readonly Article Vpn = Shelf.Article("network/vpn");
    private static readonly Article Printer = Shelf.Article("printing/queue");
    private readonly TestSite _site = new();

    public async Task InitializeAsync()
    {
        await _site.StartAsync("--Content:EditUrl=https://forge.example/edit/{path}");
        await _site.PublishAsync(Printer, Vpn);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Today_shows_the_flag_with_its_sentence_its_owner_and_one_clear_next_action()
    {
        await RaiseFlagAsync();
        var page = await PageAsync("/desk");
        var card = page.QuerySelector("article.card") ?? throw new InvalidOperationException("no flag is shown");
        Assert.Contains("5 of 5 people who used this version then had to contact us.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ada Byron answers for it.", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(["being-rewritten"], card.QuerySelectorAll("button[name=action]").Select(button => button.GetAttribute("value")));
        Assert.Equal("/desk/articles/network/vpn", card.QuerySelector("a.button")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Today_shows_at_most_five_flags_and_says_how_many_more_wait()
    {
        var articles = Enumerable.Range(1, 7).Select(number => Shelf.Article($"many/a{number}")).ToList();
        await _site.PublishAsync(articles);
        foreach (var article in articles)
            for (var reader = 0; reader < 5; reader++) await _site.ContactAsync($"reader {reader}", article);
        var page = await PageAsync("/desk");
        Assert.Equal(5, page.QuerySelectorAll("article.card").Length);
        Assert.Contains("2 more articles wait for an answer", page.Body?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_counts_open_cases_and_overdue_promises()
    {
        await _site.ContactAsync("ann", Vpn);
        Assert.Equal(["0", "1"], (await PageAsync("/desk")).QuerySelectorAll(".number strong").Take(2).Select(figure => figure.TextContent));
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["1", "1"], (await PageAsync("/desk")).QuerySelectorAll(".number strong").Take(2).Select(figure => figure.TextContent));
    }

    [Fact]
    public async Task The_table_has_flagged_articles_first_and_sorts_the_rest()
    {
        await RaiseFlagAsync();
        await _site.SaidAsync("ann", Printer, "fixed");
        var rows = (await PageAsync("/desk/articles?sort=fixed")).QuerySelectorAll("tbody tr");
        Assert.Equal(["About network/vpn", "About printing/queue"], rows.Select(row => row.QuerySelector("th")?.TextContent.Trim()));
        Assert.Equal(["0", "0", "0", "5", "0"], rows[0].QuerySelectorAll("td.number").Select(cell => cell.TextContent));
        Assert.Contains("Worth a look", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=2", 20)]
    [InlineData("?page=999", 20)]
    [InlineData("?page=0", 50)]
    [InlineData("?page=many&sort=;--", 50)]
    public async Task Many_articles_come_in_pages_and_odd_addresses_get_a_page_that_exists(string query, int rows)
    {
        await _site.PublishAsync([.. Enumerable.Range(0, 70).Select(number => Shelf.Article($"many/a{number:00}"))]);
        Assert.Equal(rows, (await PageAsync("/desk/articles" + query)).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Every_number_leads_to_its_rows_with_reasons_words_and_cases()
    {
        foreach (var reader in (string[])["ann", "ben", "eve"]) await _site.SaidAsync(reader, Vpn, "not-fixed", "There is <no> such menu.");
        await _site.ContactAsync("ann", Vpn);
        var page = await PageAsync("/desk/articles/network/vpn");
        foreach (var link in page.QuerySelectorAll("td.number a"))
        {
            var address = link.GetAttribute("href") ?? "";
            var rows = await PageAsync(address[..address.IndexOf('#')]);
            Assert.NotNull(rows.QuerySelector(address[address.IndexOf('#')..]));
        }
        Assert.Contains("There is <no> such menu.", page.Body?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/desk/cases/1']"));
        var narrowed = await PageAsync($"/desk/articles/network/vpn?revision={Vpn.Revision}&said=fixed");
        Assert.DoesNotContain("There is <no> such menu.", narrowed.Body?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_of_an_earlier_version_stay_reachable()
    {
        await _site.ContactAsync("ann", Vpn);
        _site.Time.Advance(TimeSpan.FromDays(1));
        await _site.PublishAsync(Shelf.Article("network/vpn", "Rewritten."));
        Assert.Null((await PageAsync("/desk/articles/network/vpn")).QuerySelector("a[href='/desk/cases/1']"));
        Assert.NotNull((await PageAsync($"/desk/articles/network/vpn?revision={Vpn.Revision}")).QuerySelector("a[href='/desk/cases/1']"));
    }

    [Fact]
    public async Task The_owner_takes_a_flag_and_it_leaves_the_first_page()
    {
        await RaiseFlagAsync();
        using var response = await AnswerAsync(("action", "being-rewritten"), ("revision", Vpn.Revision.Value), ("back", "/desk"));
        Assert.Equal((HttpStatusCode.SeeOther, "/desk"), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.Empty((await PageAsync("/desk")).QuerySelectorAll("article.card"));
        Assert.Contains("Being rewritten", (await PageAsync("/desk/articles/network/vpn")).Body?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_says_why_the_page_is_right_and_everybody_at_the_desk_can_read_it()
    {
        await RaiseFlagAsync();
        using var response = await AnswerAsync(("action", "page-is-right"), ("revision", Vpn.Revision.Value), ("because", "The network was down."), ("back", "https://evil.example"));
        Assert.Equal("/desk/articles/network/vpn", response.Headers.Location?.ToString());
        var page = (await PageAsync("/desk/articles/network/vpn")).Body?.TextContent;
        Assert.Contains("It will not be flagged again before 15 February 2027.", page, StringComparison.Ordinal);
        Assert.Contains("The network was down.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page-is-right", "", null, "Please say in 1 to 1,000 characters why the page is right, so that others can follow. Nothing was saved.")]
    [InlineData("page-is-right", "Because.", "000000000000", "A newer version has been published since this page was opened, and it starts fresh. Nothing was saved.")]
    [InlineData("shred-it", "Because.", null, "We did not recognise that answer. Nothing was saved.")]
    public async Task An_answer_that_cannot_be_taken_is_refused_with_a_sentence_and_what_was_typed(string action, string because, string? revision, string sentence)
    {
        await RaiseFlagAsync();
        using var response = await AnswerAsync(("action", action), ("because", because), ("revision", revision ?? Vpn.Revision.Value));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.Contains(sentence, page.Body?.TextContent, StringComparison.Ordinal);
        Assert.Equal(because, page.QuerySelector("input[name=because]")?.GetAttribute("value") ?? "");
        Assert.Empty(await _site.QueryAsync<string>("SELECT answer FROM flag_answer"));
    }

    [Fact]
    public async Task Somebody_the_desk_does_not_know_is_asked_who_they_are_and_what_they_typed_goes_along()
    {
        await RaiseFlagAsync();
        using var response = await _site.Client.PostAsync("/desk/articles/network/vpn",
            Shelf.Form(("action", "page-is-right"), ("revision", Vpn.Revision.Value), ("because", "The network was down.")));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var form = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()).QuerySelector("form:has(select[name=me])");
        Assert.Equal("/desk/articles/network/vpn", form?.GetAttribute("action"));
        Assert.Equal("The network was down.", form?.QuerySelector("input[name=because]")?.GetAttribute("value"));
        Assert.Empty(await _site.QueryAsync<string>("SELECT answer FROM flag_answer"));
    }

    [Fact]
    public async Task Findings_and_a_failed_fetch_are_told_with_what_to_do()
    {
        var status = _site.Services.GetRequiredService<PublishingStatus>();
        status.Published("abc123",
            [new("broken-link", Severity.Warning, "a b/vpn.md", 7, "The link leads nowhere.", "Remove it."), new("front-matter", Severity.Error, "c.md", 0, "Not YAML.", "Quote it.")],
            _site.Time.GetUtcNow());
        status.Failed("The repository could not be reached.", _site.Time.GetUtcNow());
        var page = await PageAsync("/desk/content");
        Assert.Contains("The repository could not be reached.", page.QuerySelector("[role=alert]")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(["c.md", "a b/vpn.md:7"], page.QuerySelectorAll("li.card code").Select(place => place.TextContent));
        Assert.Equal("https://forge.example/edit/a%20b/vpn.md", page.QuerySelectorAll("li.card a")[1].GetAttribute("href"));
        Assert.Contains("The repository could not be reached.", (await PageAsync("/desk")).Body?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/articles")]
    [InlineData("/desk/articles/network/vpn")]
    [InlineData("/desk/searches")]
    [InlineData("/desk/searches/order?q=vpn")]
    [InlineData("/desk/content")]
    public async Task The_desk_is_kept_by_nobody_and_closed_to_other_machines(string address)
    {
        using var here = await _site.Client.GetAsync(address);
        Assert.True(here.Headers.CacheControl?.NoStore);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var elsewhere = await _site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_not_found()
    {
        using var response = await _site.Client.GetAsync("/desk/articles/no/such");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task RaiseFlagAsync()
    {
        for (var reader = 0; reader < 5; reader++) await _site.ContactAsync($"reader {reader}", Vpn);
    }

    private Task<HttpResponseMessage> AnswerAsync(params IReadOnlyList<(string, string)> fields) =>
        _site.Client.PostAsync("/desk/articles/network/vpn", Shelf.Form([("me", "ada"), .. fields]));

    private async Task<IDocument> PageAsync(string address) => new HtmlParser().ParseDocument(await _site.Client.GetStringAsync(address));
}
