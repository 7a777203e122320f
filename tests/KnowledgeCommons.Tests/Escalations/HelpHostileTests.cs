using System.Net;
using KnowledgeCommons.Server.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class HelpHostileTests
{
    [Theory]
    [InlineData("problem", "  ", "Please say in a few words what is not working.")]
    [InlineData("impact", "huge", "Please choose how it affects your work.")]
    [InlineData("people", "everybody", "Please choose who is affected.")]
    [InlineData("reach", "pigeon", "Please choose how we shall reach you.")]
    [InlineData("article", "no/such", "We do not have the article that this form speaks of. Send it again and it goes without.")]
    [InlineData("revision", "000000000000", "The article changed while you were writing. Please send this again, and it goes with the new one.")]
    [InlineData("search", "made-up", "We do not have one of the searches that this form speaks of. Send it again and it goes without.")]
    [InlineData("deadline", "soon", "We could not read that time. Please choose a day and a time, or leave it empty.")]
    [InlineData("deadline", "2026-11-23T09:59", "That time has already passed. Please choose a later one, or leave it empty.")]
    [InlineData("call-from", "14:00", "You gave a time for a call. Please choose to be reached by phone and give a number, or empty the time.")]
    [InlineData("name", "a\r\nb", "Please give a name of at most 100 letters, or leave it empty.")]
    public async Task What_cannot_be_right_is_said_in_a_sentence_and_nothing_is_stored(string field, string value, string sentence)
    {
        await using var site = await HelpSite.StartAsync();
        var fields = new Dictionary<string, string> { ["problem"] = "My words", ["article"] = HelpSite.Vpn, [field] = value };
        await AssertRefusedAsync(site, fields, sentence);
    }

    [Theory]
    [InlineData("email", "", "Please give one e-mail address, such as you@example.com, or choose another way to be reached.")]
    [InlineData("email", "me@example.com\r\nBcc: all@example.com", "Please give one e-mail address, such as you@example.com, or choose another way to be reached.")]
    [InlineData("email", "me@example.com, you@example.com", "Please give one e-mail address, such as you@example.com, or choose another way to be reached.")]
    [InlineData("email", "Me <me@example.com>", "Please give one e-mail address, such as you@example.com, or choose another way to be reached.")]
    [InlineData("phone", "call me", "Please give a phone number, or choose another way to be reached.")]
    [InlineData("chat", "one\nanother", "Please give the address or number in one short line.")]
    public async Task An_address_that_cannot_be_reached_is_asked_for_again(string reach, string contact, string sentence)
    {
        await using var site = await HelpSite.StartAsync();
        await AssertRefusedAsync(site, new() { ["problem"] = "My words", ["reach"] = reach, ["contact"] = contact }, sentence);
    }

    [Fact]
    public async Task A_name_of_ten_thousand_letters_is_refused_and_all_that_was_typed_is_kept()
    {
        await using var site = await HelpSite.StartAsync();
        var name = new string('n', 10_000);
        var page = await AssertRefusedAsync(site, new() { ["problem"] = "My words", ["name"] = name, ["reach"] = "phone", ["contact"] = "4711" },
            "Please give a name of at most 100 letters, or leave it empty.");
        Assert.Equal(name, page.QuerySelector("#name")?.GetAttribute("value"));
        Assert.Equal("My words", page.QuerySelector("#problem")?.TextContent);
        Assert.Equal("4711", page.QuerySelector("#contact")?.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#reach-phone[checked]"));
        Assert.Equal("#name", page.QuerySelector("[role=alert] a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_line_that_was_unticked_can_still_be_ticked_after_a_mistake()
    {
        await using var site = await HelpSite.StartAsync();
        var page = await (await site.Client.PostAsync("/help", ("problem", ""), ("about", HelpSite.Vpn))).PageAsync();
        Assert.NotNull(page.QuerySelector("input[name=article]:not([checked])"));
        Assert.Equal("Ana Ruiz will have this", page.Text("#who"));
    }

    [Fact]
    public async Task A_form_of_more_than_64_KB_is_too_much()
    {
        await using var site = await HelpSite.StartAsync();
        var body = new StringContent("problem=" + new string('x', (64 * 1024) + 1 - "problem=".Length), null, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await site.Client.PostAsync("/help", body)).StatusCode);
        Assert.Empty(await CasesAsync(site));
    }

    [Fact]
    public async Task Another_sites_page_cannot_ask_in_a_readers_name()
    {
        await using var site = await HelpSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/help") { Content = new FormUrlEncodedContent(HelpSite.Problem("Help")) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Client.SendAsync(request)).StatusCode);
        Assert.Empty(await CasesAsync(site));
    }

    [Theory]
    [InlineData("application/json", "{\"problem\":\"Help\"}")]
    [InlineData("multipart/form-data; boundary=x", "not a form")]
    [InlineData("application/x-www-form-urlencoded", "%00=%ff&%%%")]
    public async Task What_is_not_a_form_is_refused(string type, string body)
    {
        await using var site = await HelpSite.StartAsync();
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await site.Client.PostAsync("/help", content);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Empty(await CasesAsync(site));
    }

    [Fact]
    public async Task Script_in_words_is_shown_as_text()
    {
        await using var site = await HelpSite.StartAsync();
        const string Script = "<script>alert(1)</script>";
        var receipt = await site.Client.AskAsync(("problem", Script), ("name", "<b>Me"), ("tried", "<i>this"), ("reach", "chat"), ("contact", "\"><svg>"));
        foreach (var url in new[] { receipt, "/desk/cases/1", "/desk/cases" })
        {
            var page = await site.Client.PageAsync(url);
            Assert.Contains(Script, page.Body?.TextContent);
            Assert.Null(page.QuerySelector("main :is(script, svg, main b, main i)"));
        }
    }

    private static async Task<AngleSharp.Dom.IDocument> AssertRefusedAsync(TestSite site, Dictionary<string, string> fields, string sentence)
    {
        var answer = await site.Client.PostAsync("/help", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(sentence, page.Text("[role=alert] li"));
        Assert.Empty(await CasesAsync(site));
        return page;
    }

    private static Task<IReadOnlyList<CaseRow>> CasesAsync(TestSite site) => site.Services.GetRequiredService<CaseQueue>().AllAsync(CancellationToken.None);
}
