using System.Net;
using AngleSharp.Dom;
using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class AskedAgainTests
{
    private static readonly (string, string)[] Asked = [("problem", "VPN, error 809"), ("article", HelpSite.Vpn), ("impact", "stopped"), ("reach", "phone"), ("contact", "0123 456"), ("name", "Robin")];

    [Fact]
    public async Task One_tap_brings_the_old_story_back_to_whoever_helped()
    {
        await using var site = await HelpSite.StartAsync();
        await ClosedCaseAsync(site);
        site.Time.Advance(TimeSpan.FromDays(2));
        var page = await site.Client.PageAsync("/help");
        Assert.Contains("You asked about this on 23 November 2026; Ana Ruiz helped you. Shall it go to Ana Ruiz with the old notes?", page.Text("section[aria-labelledby=again]"));
        var answer = await site.Client.PostAsync("/help/again", [.. page.Fields("/help/again")]);
        var again = await CaseAsync(site, 2);
        Assert.Equal(("VPN, error 809", "Ana Ruiz", "stopped", "0123 456", "Robin"), (again.Case.Problem, again.Case.OwnerName, again.Case.Impact, site.Services.GetRequiredService<Addresses>().Open(again.Case.Contact), again.Case.Name));
        Assert.Equal((1L, site.Article(HelpSite.Vpn).Revision.Value), (again.Earlier?.Number, again.Case.Revision));
        Assert.Equal(["article", "earlier"], again.Lines.Select(line => line.Kind));
        // Pressed twice it is one case.
        Assert.Equal(answer.Headers.Location, (await site.Client.PostAsync("/help/again", [.. page.Fields("/help/again")])).Headers.Location);
        Assert.NotNull((await site.Client.PageAsync("/desk/cases/2")).QuerySelector("#known ~ ul a[href='/desk/cases/1']"));
    }

    [Fact]
    public async Task It_counts_as_a_repeat_contact_of_that_revision()
    {
        await using var site = await HelpSite.StartAsync();
        await ClosedCaseAsync(site);
        site.Time.Advance(TimeSpan.FromDays(2));
        await site.Client.PostAsync("/help/again", [.. (await site.Client.PageAsync("/help")).Fields("/help/again")]);
        Assert.Equal(1, await RepeatsAsync(site));
    }

    [Fact]
    public async Task The_browser_is_known_by_its_receipts_when_its_pseudonym_has_gone()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(Asked);
        await ForgetPseudonymAsync(site);
        Assert.Contains("You asked about this on 23 November 2026, and Ana Ruiz has it.", (await site.Client.PageAsync("/help")).Text("section[aria-labelledby=again]"));
        using var stranger = site.NewReader();
        Assert.Null((await stranger.PageAsync("/help")).QuerySelector("section[aria-labelledby=again]"));
    }

    [Fact]
    public async Task Nobody_can_ask_again_in_the_name_of_another()
    {
        await using var site = await HelpSite.StartAsync();
        await ClosedCaseAsync(site);
        var id = (await CaseAsync(site, 1)).Case.Id;
        using var stranger = site.NewReader();
        foreach (var guess in (string[])[id, "1", "", "' OR 1=1 --"])
        {
            var answer = await stranger.PostAsync("/help/again", ("case", guess));
            Assert.Equal((HttpStatusCode.SeeOther, "/help"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }
        Assert.Single(await AllAsync(site));
    }

    [Fact]
    public async Task A_line_about_an_earlier_case_that_is_taken_away_is_gone_everywhere()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(Asked);
        site.Time.Advance(TimeSpan.FromDays(1));
        var fields = (await site.Client.PageAsync($"/help?article={HelpSite.Vpn}")).Fields("/help");
        Assert.Contains(fields, field => field.Name == "earlier");
        // The address is the same one: it must not bring back what was taken away.
        await site.Client.AskAsync([.. fields.Where(field => field.Name is not ("earlier" or "problem" or "contact")), ("problem", "Again"), ("reach", "phone"), ("contact", "0123456")]);
        var second = await CaseAsync(site, 2);
        Assert.Null(second.Case.RepeatOf);
        Assert.DoesNotContain("earlier", second.Lines.Select(line => line.Kind));
    }

    [Fact]
    public async Task The_same_address_is_known_again_but_only_the_desk_hears_of_it()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(Asked);
        using var elsewhere = site.NewReader();
        var receipt = await elsewhere.AskAsync(("problem", "Still"), ("article", HelpSite.Vpn), ("reach", "phone"), ("contact", "01 23 / 456"));
        Assert.DoesNotContain("You asked about this", (await elsewhere.PageAsync(receipt)).Text("main"));
        Assert.Contains("Somebody with the same address asked about this on 23 November 2026", (await site.Client.PageAsync("/desk/cases/2")).Text("#known ~ .notice"));
        Assert.Equal(1, await RepeatsAsync(site));
    }

    [Fact]
    public async Task Only_the_mail_to_that_address_tells_of_the_earlier_case_and_one_tap_there_gives_it_to_whoever_helped()
    {
        await using var server = new SmtpListener();
        await using var site = await HelpSite.StartAsync([.. server.Settings, "--Site:BaseUrl=https://help.example.com"]);
        await site.Client.AskAsync(("problem", "VPN, error 809"), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        await site.Client.PostAsync("/desk/cases/1/close", ("me", "ana"), ("reason", "other"), ("text", "Mended."));
        site.Time.Advance(TimeSpan.FromDays(30));
        using var elsewhere = site.NewReader();
        var receipt = await elsewhere.AskAsync(("problem", "It is that thing again"), ("reach", "email"), ("contact", "ME@example.net"));
        await Eventually.TrueAsync(() => server.Mails.Any(mail => SmtpListener.Header(mail, "To") == "ME@example.net"), site.Time, TimeSpan.FromMilliseconds(200));
        var letter = SmtpListener.Body(server.Mails.Single(mail => SmtpListener.Header(mail, "To") == "ME@example.net"));
        Assert.Contains("You asked about this on 23 November 2026; Ana Ruiz helped you. If it is the same problem again, one tap gives it to Ana Ruiz with the old notes: https://help.example.com/receipts/s", letter);
        var page = letter[letter.IndexOf("/receipts/s", StringComparison.Ordinal)..].Split('\r', '\n')[0];
        Assert.DoesNotContain("You asked about this", (await elsewhere.PageAsync(receipt)).Text("main"));
        Assert.NotEqual("Ana Ruiz", (await CaseAsync(site, 2)).Case.OwnerName);

        Assert.Contains("Shall it go to Ana Ruiz with the old notes?", (await elsewhere.PageAsync(page)).Text("main"));
        Assert.Null((await CaseAsync(site, 2)).Case.RepeatOf);
        for (var twice = 0; twice < 2; twice++) Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.PostAsync(page, content: null)).StatusCode);
        var again = await CaseAsync(site, 2);
        Assert.Equal(("Ana Ruiz", 1L), (again.Case.OwnerName, again.Earlier?.Number));
        Assert.Single(again.Events, entry => entry.Kind == CaseEventRow.Same);
        Assert.Contains("Ana Ruiz has it, with the old notes", (await elsewhere.PageAsync(page)).Text("h1"));
        Assert.Contains("You said that it is the same problem as before. Ana Ruiz has it, with the old notes.", (await elsewhere.PageAsync(receipt)).Text("ol.timeline"));
        // Whoever typed the address sees no word of what was asked before.
        Assert.DoesNotContain("809", (await elsewhere.PageAsync(receipt)).Text("main"));
        Assert.NotNull((await site.Client.PageAsync("/desk/cases/2")).QuerySelector("main a[href='/desk/cases/1']"));
    }

    [Fact]
    public async Task Somebody_who_has_begun_keeps_the_case_and_a_guessed_link_leads_nowhere()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN, error 809"), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        site.Time.Advance(TimeSpan.FromDays(30));
        using var elsewhere = site.NewReader();
        await elsewhere.AskAsync(("problem", "Again"), ("reach", "email"), ("contact", "me@example.net"));
        await site.Client.PostAsync("/desk/cases/2/take", ("me", "carla"));
        var page = site.Services.GetRequiredService<CaseTokens>().SameAgain((await CaseAsync(site, 2)).Case.Id).Url;
        await elsewhere.PostAsync(page, content: null);
        Assert.Equal(("Carla Dietz", 1L), await CaseAsync(site, 2) is var kept ? (kept.Case.OwnerName, kept.Earlier?.Number ?? 0) : default);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync("/receipts/sAAAAAAAAAAAAAAAAAAAAAA")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsync("/receipts/sAAAAAAAAAAAAAAAAAAAAAA", content: null)).StatusCode);
    }

    [Fact]
    public async Task What_is_stored_to_know_an_address_is_no_plain_hash_of_it()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(Asked);
        await using var other = await HelpSite.StartAsync();
        await other.Client.AskAsync(Asked);
        var hashes = ((await CaseAsync(site, 1)).Case.ContactHash, (await CaseAsync(other, 1)).Case.ContactHash);
        Assert.NotNull(hashes.Item1);
        Assert.NotEqual(hashes.Item1, hashes.Item2);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("cAAAAAAAAAAAAAAAAAAAAAA.cAAAAAAAAAAAAAAAAAAAAAB.....")]
    [InlineData("%27%20OR%201=1")]
    public async Task A_forged_cookie_opens_nothing(string forged)
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(Asked);
        using var stranger = site.NewReader();
        stranger.DefaultRequestHeaders.Add("Cookie", "kc-receipts=" + forged);
        var answer = await stranger.GetAsync("/help");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null((await answer.PageAsync()).QuerySelector("section[aria-labelledby=again]"));
    }

    private static async Task ClosedCaseAsync(TestSite site)
    {
        await site.Client.AskAsync(Asked);
        await site.Client.PostAsync("/desk/cases/1/close", ("me", "ana"), ("reason", "other"), ("text", "Mended."));
        site.Time.Advance(TimeSpan.FromMinutes(5));
    }

    // As if its 30 days were over.
    private static Task ForgetPseudonymAsync(TestSite site) => site.Services.GetRequiredService<Database>().WriteAsync(
        connection => connection.ExecuteAsync("UPDATE help_case SET reader = 'somebody'"), CancellationToken.None);

    private static async Task<int> RepeatsAsync(TestSite site) =>
        (await site.Services.GetRequiredService<ArticleHealth>().OfAsync(site.Article(HelpSite.Vpn), CancellationToken.None)).Present.Numbers.Repeats.Count;

    private static async Task<Story> CaseAsync(TestSite site, long number) =>
        await site.Services.GetRequiredService<Cases>().FindByNumberAsync(number, CancellationToken.None) ?? throw new InvalidOperationException($"There is no case {number}.");

    private static Task<IReadOnlyList<CaseRow>> AllAsync(TestSite site) => site.Services.GetRequiredService<CaseQueue>().AllAsync(CancellationToken.None);
}
