using System.Net;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Tests.Hardening;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class ReceiptSecrecyTests
{
    [Fact]
    public async Task Unknown_malformed_and_far_too_long_ones_get_the_same_bytes()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"));
        var answers = new List<string>();
        foreach (var token in (string[])["cAAAAAAAAAAAAAAAAAAAAAA", "fAAAAAAAAAAAAAAAAAAAAAA", "c", "x", "cAAAAAAAAAAAAAAAAAAAAA!", new string('c', 3_000), "cAAAAAAAAAAAAAAAAAAAAAA/live", "cAAAAAAAAAAAAAAAAAAAAAA/call.ics"])
        {
            using var answer = await site.NewReader().GetAsync("/receipts/" + token);
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order();
            answers.Add($"{answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}");
        }
        Assert.Single(answers.Distinct());
        Assert.StartsWith("NotFound", answers[0]);
    }

    [Fact]
    public async Task Who_guesses_on_is_stopped_and_learns_nothing_of_those_that_are_there()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        using var guesser = site.NewReader();
        for (var guess = 0; guess < ReceiptGuesses.Free; guess++)
            Assert.Equal(HttpStatusCode.NotFound, (await guesser.GetAsync($"/receipts/c{guess:00}AAAAAAAAAAAAAAAAAAAA")).StatusCode);
        var unknown = await guesser.GetAsync("/receipts/cAAAAAAAAAAAAAAAAAAAAAA");
        var known = await guesser.GetAsync(receipt);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (unknown.StatusCode, known.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await known.Content.ReadAsStringAsync());
        Assert.Equal("Please wait a minute", (await known.PageAsync()).Text("h1"));
        // Everything else goes on, and so do people at other addresses.
        Assert.Equal(HttpStatusCode.OK, (await guesser.GetAsync("/help")).StatusCode);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, receipt);
        elsewhere.Headers.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        Assert.Equal(HttpStatusCode.OK, (await guesser.SendAsync(elsewhere)).StatusCode);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await guesser.GetAsync(receipt)).StatusCode);
    }

    [Fact]
    public async Task No_log_ever_holds_a_token()
    {
        using var log = new WholeLog();
        await using var site = await HelpSite.StartAsync(site => site.Using<ILoggerProvider>(log), WholeLog.MostTalkative);
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        foreach (var address in (string[])["", "/live", "/files/x", "/call.ics", "/no-such-action"])
            using (await site.NewReader().GetAsync(receipt + address, HttpCompletionOption.ResponseHeadersRead)) { }
        await site.Client.PostAsync(receipt + "/say", ("text", new string('x', 70_000)));
        await site.Client.PostAsync(receipt + "/say", ("text", "More"));
        using (var cross = new HttpRequestMessage(HttpMethod.Post, receipt + "/say")) { cross.Headers.Add("Origin", "https://evil.example"); await site.Client.SendAsync(cross); }
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(receipt.Split('/')[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_other_sites_nor_our_own_next_page_hear_of_the_address_and_its_forms_still_work()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        foreach (var address in (string[])[receipt, receipt + "/nothing"])
            Assert.Equal(["strict-origin"], (await site.Client.GetAsync(address)).Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], (await site.Client.GetAsync("/help")).Headers.GetValues("Referrer-Policy"));
    }
}
