using System.Net;
using AngleSharp.Html.Parser;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Feedback;

public sealed class ReceiptTests : IAsyncLifetime
{
    private static readonly Article Vpn = Shelf.Article("network/vpn");
    private readonly TestSite _site = new();

    public async Task InitializeAsync()
    {
        await _site.StartAsync();
        await _site.PublishAsync(Vpn);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("not-fixed", "It did not work, and that is not your fault.")]
    [InlineData("partly", "Part of the problem is still there.")]
    [InlineData("came-back", "Thank you for telling us. We count it")]
    public async Task Someone_who_still_needs_help_is_offered_a_person_by_name_at_once(string answer, string sentence)
    {
        var search = Guid.CreateVersion7().ToString();
        var page = await PageAsync(await _site.Client.ReceiptAsync("network/vpn", answer, ("search", search)));
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("Ada Byron looks after this topic.", page, StringComparison.Ordinal);
        var button = new HtmlParser().ParseDocument(page).QuerySelector("main a.button");
        Assert.Equal($"/help?article=network%2Fvpn&revision={Vpn.Revision}&search={search}", button?.GetAttribute("href"));
        Assert.Contains("What got in the way?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_receipt_hears_what_is_said_on_it_elsewhere_and_that_its_article_was_changed()
    {
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "not-fixed");
        var seen = new HtmlParser().ParseDocument(await PageAsync(receipt)).QuerySelector("[data-live]")?.GetAttribute("data-live");
        using var lines = await LiveLines.OpenAsync(_site, $"{receipt}/live?seen={seen}");
        Assert.Equal(": still here", await LiveLines.NextAsync(lines));
        await _site.Client.PostAsync(receipt, Shelf.Form(("reason", "wrong")));
        Assert.Equal("event: change", (await LiveLines.EventAsync(lines))[1]);
        Assert.DoesNotContain("The article was changed since", await PageAsync(receipt), StringComparison.Ordinal);
        await _site.PublishAsync(Shelf.Article("network/vpn", "Turn it off for a minute."));
        var next = LiveLines.NextAsync(lines);
        _site.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.StartsWith("id: ", await next);
        Assert.Contains("The article was changed since you answered. It may get you further now.", await PageAsync(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_was_only_reading_is_thanked_and_asked_nothing()
    {
        var page = await PageAsync(await _site.Client.ReceiptAsync("network/vpn", "only-reading"));
        Assert.DoesNotContain("What got in the way?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/came-back", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_is_kept_by_nobody_and_found_by_no_search_engine()
    {
        using var response = await _site.Client.GetAsync(await _site.Client.ReceiptAsync("network/vpn", "fixed"));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")));
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixed_and_then_came_back_are_both_kept_for_the_same_reader()
    {
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "fixed");
        Assert.Contains($"action=\"{receipt}/came-back\"", await PageAsync(receipt), StringComparison.Ordinal);
        _site.Time.Advance(TimeSpan.FromDays(3));
        using var response = await _site.NewReader().PostAsync(receipt + "/came-back", Shelf.Form());
        Assert.Equal(receipt, response.Headers.Location?.ToString());
        var rows = await _site.OutcomesAsync();
        Assert.Equal(["fixed", "came-back"], rows.Select(row => row.Answer));
        Assert.Equal(rows[0].Reader, rows[1].Reader);
        Assert.Contains("Sorry that it is back", await PageAsync(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partly")]
    [InlineData("not-fixed")]
    [InlineData("only-reading")]
    [InlineData("came-back")]
    public async Task A_reader_can_change_their_mind_to_every_other_answer(string answer)
    {
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "fixed");
        using var response = await _site.Client.PostAsync(receipt, Shelf.Form(("answer", answer)));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(["fixed", answer], (await _site.OutcomesAsync()).Select(row => row.Answer));
    }

    [Fact]
    public async Task Sending_the_same_answer_twice_is_one_answer()
    {
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "fixed");
        using var first = await _site.Client.PostAsync(receipt + "/came-back", Shelf.Form());
        using var second = await _site.Client.PostAsync(receipt + "/came-back", Shelf.Form());
        Assert.Equal(2, (await _site.OutcomesAsync()).Count);
    }

    [Fact]
    public async Task Reason_step_and_words_go_to_the_newest_answer()
    {
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "fixed");
        using var changed = await _site.Client.PostAsync(receipt, Shelf.Form(("answer", "not-fixed")));
        using var response = await _site.Client.PostAsync(receipt, Shelf.Form(("reason", "step-fails"), ("step", "4"), ("text", " <b>no</b> such button ")));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var rows = await _site.OutcomesAsync();
        Assert.False(rows[0].HasDetails);
        Assert.Equal(("step-fails", 4L, "<b>no</b> such button"), (rows[1].Reason, rows[1].Step, rows[1].Text));
        var page = await PageAsync(receipt);
        Assert.Contains("Thank you, that helps to mend it. Ada Byron will see what you wrote.", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;no&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_too_long_are_shown_again_with_a_sentence()
    {
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "not-fixed");
        var words = new string('w', 4001);
        using var response = await _site.Client.PostAsync(receipt, Shelf.Form(("reason", "unclear"), ("text", words)));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Please shorten your words to 4,000 characters. Nothing was saved; what you typed is still here.", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal("unclear", new HtmlParser().ParseDocument(page).QuerySelector("input[name=reason][checked]")?.GetAttribute("value"));
        Assert.False(Assert.Single(await _site.OutcomesAsync()).HasDetails);
    }

    [Theory]
    [InlineData("reason", "moon phase")]
    [InlineData("step", "-1")]
    [InlineData("step", "99999999999999999999")]
    [InlineData("step", "three")]
    [InlineData("answer", "perhaps")]
    public async Task What_is_not_known_is_refused_and_nothing_is_stored(string field, string value)
    {
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "not-fixed");
        using var response = await _site.Client.PostAsync(receipt, Shelf.Form((field, value)));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(Assert.Single(await _site.OutcomesAsync()).HasDetails);
    }

    [Theory]
    [InlineData("/receipts/fAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/receipts/f")]
    [InlineData("/receipts/f'%20OR%201=1")]
    public async Task An_unknown_token_is_not_found(string address)
    {
        using var read = await _site.Client.GetAsync(address);
        using var written = await _site.Client.PostAsync(address, Shelf.Form(("answer", "fixed")));
        using var back = await _site.Client.PostAsync(address + "/came-back", Shelf.Form());
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [read.StatusCode, written.StatusCode, back.StatusCode]);
        Assert.Empty(await _site.OutcomesAsync());
    }

    [Fact]
    public async Task The_receipt_outlives_the_article()
    {
        var receipt = await _site.Client.ReceiptAsync("network/vpn", "not-fixed");
        await _site.PublishAsync(Shelf.Library());
        var page = await PageAsync(receipt);
        Assert.Contains("Our support team will help.", page, StringComparison.Ordinal);
        Assert.Contains("network/vpn", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reader_said_lately_can_go_along_with_their_case()
    {
        await _site.Client.ReceiptAsync("network/vpn", "fixed");
        _site.Time.Advance(TimeSpan.FromDays(2));
        await _site.Client.ReceiptAsync("network/vpn", "came-back");
        var reader = (await _site.OutcomesAsync())[0].Reader;
        var recent = await _site.Services.GetRequiredService<Outcomes>()
            .RecentOfAsync(reader, _site.Time.GetUtcNow() - TimeSpan.FromDays(1), CancellationToken.None);
        Assert.Equal("came-back", Assert.Single(recent).Answer);
    }

    private Task<string> PageAsync(string address) => _site.Client.GetStringAsync(address);
}
