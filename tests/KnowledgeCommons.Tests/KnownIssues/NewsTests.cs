using System.Net;
using Dapper;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.KnownIssues;

public sealed class NewsTests
{
    private const string Tap = KnownSite.Url + "/affected";

    [Fact]
    public async Task Whoever_left_an_address_hears_of_news_and_of_the_end_once_each()
    {
        await using var server = new SmtpListener();
        await using var site = await KnownSite.WithFileAsync([.. server.Settings, "--Site:BaseUrl=https://help.example.com"]);
        await site.Client.PostAsync(Tap, ("contact", "me@example.net"));
        using var same = site.NewReader();
        await same.PostAsync(Tap, ("contact", "me@example.net"));
        using var silent = site.NewReader();
        await silent.PostAsync(Tap, content: null);

        site.Write(KnownSite.File, KnownSite.Vpn.Replace("T14:00", "T16:00").Replace("break off", "break off after a minute"));
        await Eventually.TrueAsync(() => server.Mails.Count == 1, site.Time, TimeSpan.FromMilliseconds(200));
        Assert.Equal(["RCPT TO:<me@example.net>"], server.Recipients);
        Assert.Equal("News: The VPN drops calls", SmtpListener.Header(server.Mails.First(), "Subject"));
        Assert.Equal(
            """
            You said that this affects you. There is news:

            The VPN drops calls

            Calls over the VPN **break off after a minute**.

            You get the next word by today at 16:00.

            All about it, and where to say if it goes on for you: https://help.example.com/known-issues/vpn-calls
            """, SmtpListener.Body(server.Mails.First()).ReplaceLineEndings("\n").Split("\n\nNo more mails")[0]);

        site.Write(KnownSite.File, KnownSite.Vpn.Replace("owner: ana", "owner: ana\nstatus: fixed"));
        await Eventually.TrueAsync(() => server.Mails.Count == 2, site.Time, TimeSpan.FromMilliseconds(200));
        Assert.Equal("It is over: The VPN drops calls", SmtpListener.Header(server.Mails.Last(), "Subject"));
        Assert.Contains("You said that this affects you. It is over. Thank you for waiting:", SmtpListener.Body(server.Mails.Last()));
        for (var look = 0; look < 3; look++) await site.LookAsync();
        Assert.Equal(2, await RowsAsync(site));
        Assert.Contains("We wrote to me@example.net that it is over.", (await site.Client.PageAsync(KnownSite.Url)).Text("#affected"));
    }

    [Fact]
    public async Task Going_back_to_earlier_words_is_news_again_and_who_comes_later_hears_only_what_comes_later()
    {
        await using var server = new SmtpListener();
        await using var site = await new TestSite().Furnish().StartAsync(server.Settings);
        var key = await site.WriteAsync();
        await site.Client.PostAsync($"/known-issues/{key}/affected", ("contact", "early@example.net"));
        await site.Client.PostAsync($"{KnownSite.Desk}/{key}", await site.ChangedAsync(key, ("body", "A server is full.")));
        Assert.Equal(1, await RowsAsync(site));
        using var late = site.NewReader();
        await late.PostAsync($"/known-issues/{key}/affected", ("contact", "late@example.net"));
        Assert.Equal(1, await RowsAsync(site));
        await site.Client.PostAsync($"{KnownSite.Desk}/{key}", await site.ChangedAsync(key));
        Assert.Equal(3, await RowsAsync(site));
        await site.Client.PostAsync($"{KnownSite.Desk}/{key}", await site.ChangedAsync(key, ("topics", ""), ("words", "mail"), ("owner", "ana")));
        Assert.Equal(3, await RowsAsync(site));
        await Eventually.TrueAsync(() => server.Mails.Count == 3, site.Time, TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task A_change_that_a_killed_server_did_not_get_to_tell_is_told_by_the_next_one_once()
    {
        await using var site = await new TestSite().Furnish().StartAsync("--Mail:Host=127.0.0.1", "--Mail:Port=1", "--Mail:From=desk@example.com");
        var key = await site.WriteAsync();
        await site.Client.PostAsync($"/known-issues/{key}/affected", ("contact", "me@example.net"));
        // As if the server had been killed between the desk's words and everything that follows from them.
        var database = site.Services.GetRequiredService<Database>();
        await database.WriteAsync(connection => connection.ExecuteAsync("UPDATE known_issue SET body = 'A server is full.'"), CancellationToken.None);
        Assert.Equal(0, await RowsAsync(site));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.LookAsync()));
        Assert.Equal(1, await RowsAsync(site));
        Assert.Equal(["opened", "changed"], site.Board().Find(key)?.Changes.Select(change => change.Kind));
    }

    [Fact]
    public async Task One_click_in_the_mail_ends_the_mails_and_keeps_what_was_said()
    {
        await using var server = new SmtpListener();
        await using var site = await KnownSite.WithFileAsync([.. server.Settings, "--Site:BaseUrl=https://help.example.com"]);
        await site.Client.PostAsync(Tap, ("contact", "me@example.net"));
        using var other = site.NewReader();
        await other.PostAsync(Tap, ("contact", "you@example.net"));
        site.Write(KnownSite.File, KnownSite.Vpn.Replace("T14:00", "T16:00"));
        await Eventually.TrueAsync(() => server.Mails.Count == 2, site.Time, TimeSpan.FromMilliseconds(200));
        var mail = server.Mails.Single(mail => SmtpListener.Header(mail, "To") == "me@example.net");
        var leave = SmtpListener.Header(mail, "List-Unsubscribe").Trim('<', '>');
        Assert.StartsWith("https://help.example.com/receipts/n", leave);
        Assert.Equal("List-Unsubscribe=One-Click", SmtpListener.Header(mail, "List-Unsubscribe-Post"));
        Assert.Contains($"No more mails about this: {leave}", SmtpListener.Body(mail));

        // A program that checks mails opens the link, and nothing happens; then the mail program sends its one click, without a cookie.
        using var program = site.NewReader();
        var page = new Uri(leave).AbsolutePath;
        Assert.Contains("You hear at me@example.net of news about this", (await program.PageAsync(page)).Text("main"));
        for (var twice = 0; twice < 2; twice++)
            Assert.Equal(HttpStatusCode.SeeOther, (await program.PostAsync(page, ("List-Unsubscribe", "One-Click"))).StatusCode);
        Assert.Contains("You get no more mails about this", (await program.PageAsync(page)).Text("h1"));
        site.Write(KnownSite.File, KnownSite.Vpn.Replace("T14:00", "T17:00"));
        await Eventually.TrueAsync(() => server.Mails.Count == 3, site.Time, TimeSpan.FromMilliseconds(200));
        Assert.Equal("you@example.net", SmtpListener.Header(server.Mails.Last(), "To"));
        Assert.Contains("You said that it affects you too", (await site.Client.PageAsync(KnownSite.Url)).Text("#affected"));
    }

    [Fact]
    public async Task Who_leaves_while_a_mail_waits_does_not_get_it_and_a_guessed_link_leads_nowhere()
    {
        await using var site = await KnownSite.WithFileAsync("--Mail:Host=127.0.0.1", "--Mail:Port=1", "--Mail:From=desk@example.com", "--Site:BaseUrl=https://help.example.com");
        await site.Client.PostAsync(Tap, ("contact", "me@example.net"));
        site.Write(KnownSite.File, KnownSite.Vpn.Replace("T14:00", "T16:00"));
        await Eventually.TrueAsync(async () => await RowsAsync(site) == 1, site.Time, TimeSpan.FromMilliseconds(200));
        var token = site.Services.GetRequiredService<NewsTokens>().Of("vpn-calls", "me@example.net");
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.PostAsync(token.Url, content: null)).StatusCode);
        await Eventually.TrueAsync(async () => await RowsAsync(site, "state = 'delivered'") == 1, site.Time, TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsync("/receipts/nAAAAAAAAAAAAAAAAAAAAAA", content: null)).StatusCode);
        Assert.Equal(0, await site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM known_issue_affected WHERE leave_hash = @Value OR leave_hash IS NULL", new { token.Value }), CancellationToken.None));
    }

    private static Task<long> RowsAsync(TestSite site, string where = "1 = 1") => site.Services.GetRequiredService<Database>().ReadAsync(
        connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM outbox WHERE {where}"), CancellationToken.None);
}
