using AngleSharp.Dom;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>Who hears what became of an article, where, and that each does once.</summary>
public sealed class TellingTests
{
    [Fact]
    public async Task Whoever_had_a_case_reads_it_on_their_receipt_and_by_mail()
    {
        await using var server = new SmtpListener();
        await using var site = await RewriteSite.StartAsync([.. server.Settings, "--Site:BaseUrl=https://help.example.com"]);
        var reader = site.Site.NewReader();
        var receipt = await reader.AskAsync(("problem", "There is no green button"), ("article", RewriteSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        await TellAsync(site);
        await site.UntilAsync(() => Task.FromResult(server.Mails.Any(IsTold)));
        var mail = SmtpListener.Body(server.Mails.Single(IsTold));
        Assert.Contains("You had told us: “There is no green button”", mail);
        Assert.Contains("Ada Lovelace has rewritten “The VPN says 809”:", mail);
        Assert.Contains("The button has its name.", mail);
        Assert.Contains("Does it work now? Please tell us in one tap: https://help.example.com/receipts/f", mail);
        var link = mail[mail.IndexOf("/receipts/f", StringComparison.Ordinal)..].Split('\n')[0].Trim();
        Assert.Contains("Does it work now?", (await site.Site.NewReader().PageAsync(link)).Text(".told"));
        Assert.Contains("The button has its name.", (await reader.PageAsync(receipt)).Text(".told"));
    }

    [Fact]
    public async Task A_mail_does_not_name_an_article_that_has_become_one_for_some()
    {
        await using var server = new SmtpListener();
        await using var site = await RewriteSite.StartAsync([.. server.Settings, "--Site:BaseUrl=https://help.example.com"]);
        await site.Site.NewReader().AskAsync(("problem", "There is no green button"), ("article", RewriteSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        await AnswerAsync(site, "---\naudience: [finance]\n---\n# The payroll line says 809\n\nPress Connect.\n");
        await site.UntilAsync(() => Task.FromResult(server.Mails.Any(IsTold)));
        var mail = SmtpListener.Header(server.Mails.Single(IsTold), "Subject") + SmtpListener.Body(server.Mails.Single(IsTold));
        Assert.Contains("Ada Lovelace has rewritten “A page that you told us about”:", mail);
        Assert.Contains("https://help.example.com/receipts/f", mail);
        foreach (var word in (string[])["809", "payroll", "/articles/"]) Assert.DoesNotContain(word, mail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_asked_to_hear_is_written_to_and_can_take_it_back()
    {
        await using var server = new SmtpListener();
        await using var site = await RewriteSite.StartAsync(server.Settings);
        var (stays, one) = await site.SayAsync("not-fixed");
        var (leaves, other) = await site.SayAsync("not-fixed");
        await stays.PostAsync(one + "/hear", ("contact", "stays@example.net"));
        await leaves.PostAsync(other + "/hear", ("contact", "leaves@example.net"));
        Assert.Contains("We will write to leaves@example.net once", (await leaves.PageAsync(other)).Text("#hear"));
        await leaves.PostAsync(other + "/hear", ("stop", "1"));
        Assert.StartsWith("Please check the mail address", (await (await leaves.PostAsync(other + "/hear", ("contact", "a\r\nBcc: x@y"))).PageAsync()).Text("[role=alert]"));
        await TellAsync(site);
        await site.UntilAsync(() => Task.FromResult(server.Mails.Any(IsTold)));
        Assert.Equal("stays@example.net", SmtpListener.Header(server.Mails.Single(IsTold), "To"));
        Assert.NotNull((await leaves.PageAsync(other)).QuerySelector(".told"));
    }

    [Fact]
    public async Task Without_a_mail_server_no_mail_is_offered_and_receipts_tell_all_the_same()
    {
        await using var site = await RewriteSite.StartAsync();
        var (reader, receipt) = await site.SayAsync("not-fixed");
        Assert.Null((await reader.PageAsync(receipt)).QuerySelector("#hear"));
        await TellAsync(site);
        Assert.NotNull((await reader.PageAsync(receipt)).QuerySelector(".told"));
    }

    [Fact]
    public async Task A_reader_with_several_receipts_is_told_once_and_sees_it_on_all_of_them()
    {
        await using var server = new SmtpListener();
        await using var site = await RewriteSite.StartAsync(server.Settings);
        var (reader, first) = await site.SayAsync("not-fixed");
        var second = (await reader.PostAsync($"/articles/{RewriteSite.Vpn}/outcome", ("answer", "not-fixed"))).Headers.Location?.ToString() ?? "";
        var asked = await reader.AskAsync(("problem", "Help"), ("article", RewriteSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        await TellAsync(site);
        await site.UntilAsync(() => Task.FromResult(server.Mails.Any(IsTold)));
        foreach (var receipt in (string[])[second, asked]) Assert.Single((await reader.PageAsync(receipt)).QuerySelectorAll(".told"));
        Assert.NotEqual(first, second);
        Assert.Equal(1, await site.CountAsync("SELECT COUNT(*) FROM told_change"));
        Assert.Single(server.Mails, IsTold);
    }

    [Fact]
    public async Task Whoever_says_by_now_that_it_is_fixed_has_taken_it_back()
    {
        await using var site = await RewriteSite.StartAsync();
        var (reader, receipt) = await site.SayAsync("not-fixed");
        await reader.PostAsync(receipt, ("answer", "fixed"));
        await TellAsync(site);
        Assert.Equal(0, await site.CountAsync("SELECT COUNT(*) FROM told_change"));
        Assert.Contains("Nobody", (await site.Desk.PageAsync("/desk/rewrites/1")).Text("ol.timeline"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Other_articles_and_their_people_hear_nothing()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.SayAsync("not-fixed", RewriteSite.Printing);
        await TellAsync(site);
        Assert.Equal(0, await site.CountAsync("SELECT COUNT(*) FROM told_change"));
    }

    [Fact]
    public async Task A_server_that_is_killed_and_two_that_tell_at_once_tell_each_person_once()
    {
        await using var server = new SmtpListener();
        await using var site = await RewriteSite.StartAsync(server.Settings);
        for (var person = 0; person < 20; person++)
        {
            var (reader, receipt) = await site.SayAsync("not-fixed");
            await reader.PostAsync(receipt + "/hear", ("contact", $"p{person}@example.net"));
        }
        await AnswerAsync(site);
        await site.Site.KillAsync();
        await site.Site.StartAgainAsync();
        var other = ActivatorUtilities.CreateInstance<Telling>(site.Site.Services);
        await Task.WhenAll(other.TellDueAsync(CancellationToken.None), other.TellDueAsync(CancellationToken.None));
        await site.UntilAsync(() => Task.FromResult(server.Mails.Count(IsTold) >= 20));
        Assert.Equal(20, await site.CountAsync("SELECT COUNT(*) FROM told_change"));
        Assert.Equal(20, server.Mails.Where(IsTold).Select(mail => SmtpListener.Header(mail, "Message-ID")).Distinct().Count());
        Assert.Equal(1, await site.CountAsync("SELECT COUNT(*) FROM rewrite_event WHERE kind = 'told'"));
    }

    [Fact]
    public async Task A_yes_is_an_outcome_a_not_tried_is_none_and_a_stranger_finds_nothing()
    {
        await using var site = await RewriteSite.StartAsync();
        var (reader, receipt) = await site.SayAsync("not-fixed");
        await TellAsync(site);
        var works = (await reader.PageAsync(receipt)).QuerySelector(".told form")?.GetAttribute("action") ?? "";
        await reader.PostAsync(works, ("works", "not-tried"));
        Assert.Equal(1, await site.CountAsync("SELECT COUNT(*) FROM outcome"));
        await reader.PostAsync(works, ("works", "yes"));
        Assert.Equal(1, await site.CountAsync("SELECT COUNT(*) FROM outcome WHERE answer = 'fixed'"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await reader.PostAsync(works, ("works", "perhaps"))).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await reader.PostAsync("/receipts/fAAAAAAAAAAAAAAAAAAAAAA/works", ("works", "yes"))).StatusCode);
    }

    private static bool IsTold(string mail) => SmtpListener.Header(mail, "Subject").Length > 0 && SmtpListener.Body(mail).Contains("The button has its name.")
        && !SmtpListener.Header(mail, "To").Contains("example.com");

    private static async Task TellAsync(RewriteSite site)
    {
        await AnswerAsync(site);
        await site.UntilAsync(async () => (await site.CaseAsync(await NumberAsync(site))).ToldAt is not null);
    }

    private static async Task AnswerAsync(RewriteSite site, string text = "# The VPN says 809\n\nPress Connect.\n")
    {
        var page = await site.OpenAsync();
        site.Repository.Write($"{RewriteSite.Vpn}.md", text);
        await site.PushAsync($"Name it\n\nRewrites: KC-{await NumberAsync(site)}");
        await site.StepAsync(page, "words", ("words", "The button has its name."), ("now", "1"));
    }

    private static Task<long> NumberAsync(RewriteSite site) => site.CountAsync("SELECT MAX(number) FROM rewrite_case");
}
