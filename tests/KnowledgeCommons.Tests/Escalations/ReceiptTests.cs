using System.Net;
using KnowledgeCommons.Server.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class ReceiptTests
{
    [Fact]
    public async Task It_names_who_has_it_their_number_and_the_next_word()
    {
        await using var site = await HelpSite.StartAsync();
        var page = await site.Client.PageAsync(await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn)));
        Assert.Equal("We have your message. Ana Ruiz will have it first.", page.Text("h1"));
        Assert.Equal("Ana Ruiz gives you the next word by today at 14:00.", page.Text("[role=status]"));
        Assert.NotNull(page.QuerySelector("a[href='tel:+442079460101']"));
        Assert.Contains("You asked for help. Ana Ruiz will have it first.", page.Text("ol.timeline"));
        Assert.Contains("Keep this page as a bookmark.", page.Text("main"));
    }

    [Fact]
    public async Task It_is_private()
    {
        await using var site = await HelpSite.StartAsync();
        var answer = await site.Client.GetAsync(await site.Client.AskAsync(("problem", "VPN")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
        Assert.NotNull((await answer.PageAsync()).QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/say")]
    [InlineData("/solved")]
    [InlineData("/came-back")]
    public async Task An_unknown_one_is_missing_like_any_other_page(string action)
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"));
        var url = "/receipts/cAAAAAAAAAAAAAAAAAAAAAA" + action;
        var answer = action.Length == 0 ? await site.Client.GetAsync(url) : await site.Client.PostAsync(url, ("text", "Mine"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((await site.Client.PageAsync("/no-such-page")).Text("main"), (await answer.PageAsync()).Text("main"));
    }

    [Fact]
    public async Task Anyone_who_has_the_address_can_add_words_from_any_device()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        using var phone = site.NewReader();
        var answer = await phone.PostAsync(receipt + "/say", ("text", "Since Monday\r\nand at home only"));
        Assert.Equal((HttpStatusCode.SeeOther, receipt), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var page = await site.Client.PageAsync(receipt);
        Assert.Equal(["Since Monday", "and at home only"], page.QuerySelectorAll("ol.timeline .said blockquote p").Select(line => line.TextContent));
    }

    [Fact]
    public async Task Words_sent_twice_stand_there_once()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.Client.PostAsync(receipt + "/say", ("text", "Since Monday"))));
        Assert.Single((await site.Client.PageAsync(receipt)).QuerySelectorAll("ol.timeline .said"));
    }

    [Fact]
    public async Task No_words_change_nothing_and_too_many_are_kept_in_the_field()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        var nothing = await site.Client.PostAsync(receipt + "/say", ("text", " \n "));
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Equal("Please write a few words first, or choose a file. Nothing has changed.", (await nothing.PageAsync()).Text("[role=alert] li"));
        var novel = new string('x', 20_001);
        var tooMuch = await site.Client.PostAsync(receipt + "/say", ("text", novel));
        Assert.Equal(HttpStatusCode.BadRequest, tooMuch.StatusCode);
        Assert.Equal(novel, (await tooMuch.PageAsync()).QuerySelector("#text")?.TextContent);
        Assert.Single((await site.Client.PageAsync(receipt)).QuerySelectorAll("ol.timeline li"));
    }

    [Fact]
    public async Task Solved_closes_it_and_it_came_back_opens_it_with_a_new_promise_and_both_are_kept()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await site.Client.PostAsync(receipt + "/solved", ("text", "Thank you!"));
        Assert.Equal("Solved, as you said", (await site.Client.PageAsync(receipt)).Text("h1"));
        site.Time.Advance(TimeSpan.FromDays(2));
        await site.Client.PostAsync(receipt + "/came-back", ("text", ""));
        var page = await site.Client.PageAsync(receipt);
        Assert.Equal("The help team gives you the next word by today at 14:00.", page.Text("[role=status]"));
        Assert.Equal(["opened", "solved", "came-back"], page.QuerySelectorAll("ol.timeline li").Select(entry => entry.ClassName));
    }

    [Fact]
    public async Task Words_on_a_closed_case_open_it_again()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        await site.Client.PostAsync(receipt + "/solved");
        Assert.Equal("Solved, as you said", (await site.Client.PageAsync(receipt)).Text("h1"));
        await site.Client.PostAsync(receipt + "/say", ("text", "No, it is not"));
        Assert.Equal("We have your message. The help team will have it first.", (await site.Client.PageAsync(receipt)).Text("h1"));
    }

    [Fact]
    public async Task A_promise_that_was_not_kept_is_owned_up_to()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        site.Time.Advance(TimeSpan.FromHours(4) + TimeSpan.FromSeconds(1));
        Assert.Equal("I promised you a word by today at 14:00 and did not keep it. I am sorry. You are not forgotten. Ana Ruiz",
            (await site.Client.PageAsync(receipt)).Text(".notice"));
    }

    [Fact]
    public async Task The_database_alone_opens_no_receipt()
    {
        await using var site = await HelpSite.StartAsync();
        var token = (await site.Client.AskAsync(("problem", "VPN"), ("reach", "email"), ("contact", "me@example.com")))["/receipts/".Length..];
        foreach (var file in Directory.EnumerateFiles(site.Data, "knowledge-commons.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            Assert.DoesNotContain(token, System.Text.Encoding.Latin1.GetString(bytes.ToArray()));
        }
    }
}
