using System.Net;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Feedback;

public sealed class OutcomeTests : IAsyncLifetime
{
    private static readonly Article Vpn = Shelf.Article("network/vpn");
    private readonly TestSite _site = new();

    public async Task InitializeAsync()
    {
        await _site.StartAsync();
        await _site.PublishAsync(Vpn, Shelf.Article("Outcome"));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_first_click_is_stored_before_anything_else_is_asked()
    {
        var search = Guid.CreateVersion7().ToString();
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "not-fixed", ("revision", Vpn.Revision.Value), ("search", search));
        var row = Assert.Single(await _site.OutcomesAsync());
        Assert.Equal(("network/vpn", "network/vpn", Vpn.Revision.Value, "not-fixed", search), (row.Article, row.Slug, row.Revision, row.Answer, row.Search));
        Assert.Equal(_site.Time.GetUtcNow(), row.At);
        Assert.False(row.HasDetails);
        Assert.Matches("^/receipts/f[A-Za-z0-9_-]{22}$", receipt);
        Assert.DoesNotContain(receipt[10..], row.TokenHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_revision_is_about_the_present_one()
    {
        await _site.Client.ReceiptAsync("network/vpn", "fixed");
        Assert.Equal(Vpn.Revision.Value, Assert.Single(await _site.OutcomesAsync()).Revision);
    }

    [Fact]
    public async Task The_last_search_comes_from_the_cookie_when_the_form_has_none()
    {
        var search = Guid.CreateVersion7().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/articles/network/vpn/outcome") { Content = Shelf.Form(("answer", "fixed")) };
        request.Headers.Add("Cookie", "kc-search=" + search);
        using var response = await _site.Client.SendAsync(request);
        Assert.Equal(search, Assert.Single(await _site.OutcomesAsync()).Search);
    }

    [Theory]
    [InlineData("1; DROP TABLE outcome")]
    [InlineData("not-an-id")]
    public async Task Something_that_is_no_search_is_left_out(string search)
    {
        await _site.Client.ReceiptAsync("network/vpn", "fixed", ("search", search));
        Assert.Null(Assert.Single(await _site.OutcomesAsync()).Search);
    }

    [Fact]
    public async Task An_answer_about_a_version_that_was_published_before_still_counts_for_that_version()
    {
        await _site.PublishAsync(Shelf.Article("network/vpn", "Rewritten."));
        await _site.Client.ReceiptAsync("network/vpn", "fixed", ("revision", Vpn.Revision.Value));
        Assert.Equal(Vpn.Revision.Value, Assert.Single(await _site.OutcomesAsync()).Revision);
    }

    [Fact]
    public async Task An_answer_sent_to_a_former_address_reaches_the_article()
    {
        var moved = Shelf.Article("wifi/vpn", id: "network/vpn");
        var former = new Dictionary<string, Slug> { ["network/vpn"] = moved.Slug };
        await _site.PublishAsync(new Library("2", [moved], [], People.Nobody, [], former));
        await _site.Client.ReceiptAsync("network/vpn", "fixed");
        Assert.Equal("wifi/vpn", Assert.Single(await _site.OutcomesAsync()).Slug);
    }

    [Fact]
    public async Task An_article_called_outcome_can_be_answered_too()
    {
        await _site.Client.ReceiptAsync("outcome", "fixed");
        Assert.Equal("outcome", Assert.Single(await _site.OutcomesAsync()).Slug);
    }

    [Theory]
    [InlineData("/articles/no/such/outcome")]
    [InlineData("/articles/network/vpn")]
    [InlineData("/articles/outcome")]
    [InlineData("/articles/network/vpn/outcomes")]
    [InlineData("/articles/..%2f..%2fetc/outcome")]
    public async Task An_unknown_article_is_not_found_and_nothing_is_stored(string address)
    {
        using var response = await _site.Client.PostAsync(address, Shelf.Form(("answer", "fixed")));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await _site.OutcomesAsync());
    }

    [Theory]
    [InlineData("maybe", "", "We did not recognise that answer. Please choose one of: fixed, partly fixed, not fixed, only reading, came back. Nothing was saved.")]
    [InlineData("", "", "We did not recognise that answer.")]
    [InlineData("fixed", "0123456789ab", "We do not know that version of the article. Please open the article again and answer there. Nothing was saved.")]
    [InlineData("fixed", "' OR 1=1 --", "We do not know that version of the article.")]
    public async Task An_unknown_answer_or_revision_gets_a_sentence_and_nothing_is_stored(string answer, string revision, string sentence)
    {
        using var response = await _site.Client.SayAsync("network/vpn", answer, ("revision", revision));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await _site.OutcomesAsync());
    }

    [Fact]
    public async Task Something_that_is_not_a_form_is_refused()
    {
        using var response = await _site.Client.PostAsync("/articles/network/vpn/outcome", new StringContent("answer=fixed"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Empty(await _site.OutcomesAsync());
    }

    [Fact]
    public async Task A_form_over_64_KB_is_too_much()
    {
        using var response = await _site.Client.SayAsync("network/vpn", "fixed", ("text", new string('x', 65_536)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(await _site.OutcomesAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task An_answer_sent_by_another_site_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/articles/network/vpn/outcome") { Content = Shelf.Form(("answer", "fixed")) };
        request.Headers.Add(header, value);
        using var response = await _site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await _site.OutcomesAsync());
    }

    [Fact]
    public async Task A_reader_without_cookies_is_heard_and_can_use_the_receipt()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var reader = new HttpClient(handler) { BaseAddress = _site.Client.BaseAddress };
        var receipt = await reader.ReceiptAsync("network/vpn", "fixed");
        await reader.ReceiptAsync("network/vpn", "fixed");
        using var back = await reader.PostAsync(receipt + "/came-back", Shelf.Form());
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        var rows = await _site.OutcomesAsync();
        Assert.Equal(3, rows.Count);
        Assert.Equal(2, rows.Select(row => row.Reader).Distinct().Count());
    }

    [Fact]
    public async Task A_thousand_answers_at_once_are_all_kept()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => _site.Client.ReceiptAsync("network/vpn", "fixed")));
        Assert.Equal(1000, receipts.Distinct().Count());
        Assert.Equal(1000, (await _site.OutcomesAsync()).Count);
    }

    [Fact]
    public async Task A_library_published_while_the_site_runs_has_its_revisions_remembered()
    {
        var fresh = Shelf.Article("printing/queue");
        _site.Services.GetRequiredService<PublishedLibrary>().Replace(Shelf.Library(fresh));
        for (var tries = 0; tries < 200; tries++)
        {
            if ((await _site.QueryAsync<string>("SELECT revision FROM revision_seen WHERE slug = 'printing/queue'")) is [var revision])
            {
                Assert.Equal(fresh.Revision.Value, revision);
                return;
            }
            await Task.Delay(25);
        }
        Assert.Fail("The revision was not remembered within five seconds.");
    }
}
