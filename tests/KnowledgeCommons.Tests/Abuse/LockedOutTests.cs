using System.Net;
using AngleSharp.Dom;
using Dapper;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Abuse;

/// <summary>On a closed site the person who cannot sign in is the one who needs help most.</summary>
public sealed class LockedOutTests : IAsyncLifetime
{
    private const string Phone = "+44 20 7946 0101";
    private TestSite? _site;

    private TestSite Site => _site ?? throw new InvalidOperationException("Not started.");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Theory]
    [InlineData("/help", "%2Fhelp")]
    [InlineData("/help/now?article=network/vpn", "%2Fhelp%2Fnow%3Farticle%3Dnetwork%2Fvpn")]
    public async Task Asking_for_a_person_leads_to_one_and_not_to_a_wall(string path, string back)
    {
        await StartAsync("--Identity:Mode=Accounts");
        using var led = await Site.Client.GetAsync(path);
        Assert.Equal("/sign-in/help?returnUrl=" + back, led.Headers.Location?.OriginalString);
        var page = await Site.Client.PageAsync(led.Headers.Location?.OriginalString ?? "");
        Assert.Contains("Ana Ruiz can help you", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains(Phone, page.Text("main a.button"), StringComparison.Ordinal);
        Assert.EndsWith(back, page.QuerySelector("main a[href^='/sign-in?returnUrl=']")?.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_sign_in_shows_who_is_on_duty_with_their_phone_and_a_way_to_write()
    {
        await StartAsync("--Identity:Mode=Accounts");
        var page = await Site.Client.PageAsync("/sign-in");
        Assert.Contains("Ana Ruiz can help you", page.Text("main"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='tel:+442079460101']"));
        Assert.NotNull(page.QuerySelector("main a[href='/sign-in/help']"));
    }

    [Fact]
    public async Task A_case_from_outside_has_a_receipt_that_opens_without_signing_in_and_passes_nothing_on()
    {
        await StartAsync("--Identity:Mode=Accounts");
        using var sent = await Site.Client.PostAsync("/sign-in/help", ("problem", "I cannot sign in."), ("article", HelpSite.Vpn), ("about", HelpSite.Vpn), ("search", Guid.NewGuid().ToString()), ("tried", "x"));
        var receipt = sent.Headers.Location?.OriginalString ?? "";
        Assert.StartsWith("/receipts/c", receipt, StringComparison.Ordinal);
        Assert.Contains("I cannot sign in.", (await Site.NewReader().PageAsync(receipt)).Text("main"), StringComparison.Ordinal);
        Assert.Equal((1L, 0L), await Site.Services.GetRequiredService<Database>().ReadAsync(connection =>
            connection.QuerySingleAsync<(long, long)>("SELECT COUNT(*), COUNT(article) FROM help_case"), default));
    }

    [Fact]
    public async Task From_outside_more_than_a_few_cases_an_hour_of_one_network_are_held()
    {
        await StartAsync("--Identity:Mode=Accounts", "--Site:Proxies:0=127.0.0.1", "--Abuse:CasesFromOutside=3");
        for (var count = 0; count < 5; count++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/help") { Content = new FormUrlEncodedContent([new("problem", $"Help {count}")]) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{count}");
            Assert.Equal(HttpStatusCode.SeeOther, (await Site.NewReader().SendAsync(request)).StatusCode);
        }
        Assert.Equal((3L, 2L), await Site.Services.GetRequiredService<Database>().ReadAsync(connection =>
            connection.QuerySingleAsync<(long, long)>("SELECT (SELECT COUNT(*) FROM help_case), (SELECT COUNT(*) FROM held_post)"), default));
    }

    [Fact]
    public async Task What_somebody_wrote_when_their_session_had_ended_can_be_sent_without_signing_in()
    {
        await StartAsync("--Identity:Mode=Accounts");
        using var sent = await Site.Client.PostAsync("/help", ("problem", "All is dark"), ("name", "Bob"));
        var page = await sent.PageAsync();
        var fields = page.QuerySelectorAll("form[action='/sign-in/help'] input").Select(input => (input.GetAttribute("name") ?? "", input.GetAttribute("value") ?? "")).ToArray();
        using var again = await Site.Client.PostAsync("/sign-in/help", fields);
        Assert.StartsWith("/receipts/c", again.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_form_comes_back_with_its_words()
    {
        await StartAsync("--Identity:Mode=Accounts");
        using var sent = await Site.Client.PostAsync("/sign-in/help", ("problem", "Locked out"), ("reach", "email"), ("contact", "nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        var page = await sent.PageAsync();
        Assert.Equal("Locked out", page.QuerySelector("#problem")?.TextContent);
        Assert.NotNull(page.QuerySelector("[role=alert], .notice.bad, .errors"));
    }

    [Fact]
    public async Task Behind_a_proxy_that_named_nobody_the_refusal_names_a_person()
    {
        await StartAsync("--Identity:Mode=Proxy", "--Identity:Proxy:Addresses:0=127.0.0.1");
        var page = await Site.Client.PageAsync("/articles/" + HelpSite.Vpn);
        Assert.Contains("Ana Ruiz can help you", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Site.Client.GetAsync("/help")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Site.Client.GetAsync("/sign-in/help")).StatusCode);
    }

    [Fact]
    public async Task Where_anybody_reads_there_is_no_such_side_door()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Client.GetAsync("/sign-in/help")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Site.Client.GetAsync("/help")).StatusCode);
    }

    private async Task StartAsync(params string[] settings) => _site = await HelpSite.StartAsync(
        site => site.Write("_people.yml", $"people:\n  ana: {{ name: Ana Ruiz, phone: \"{Phone}\" }}\nduty:\n  default: {{ owner: ana }}\n"), settings);
}
