using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class MailTests
{
    // A second for every 20 ms: slow enough for a real server to answer within the mail's timeout of 90 seconds.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_owner_and_the_reader_are_told_at_once()
    {
        await using var server = new SmtpListener();
        await using var site = await HelpSite.StartAsync([.. server.Settings, "--Site:BaseUrl=https://help.example.com/"]);
        var receipt = await site.Client.AskAsync(("problem", "Das VPN fällt aus"), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        await Eventually.TrueAsync(() => server.Mails.Count == 2, site.Time);
        Assert.Equal(["RCPT TO:<ana@example.com>", "RCPT TO:<me@example.net>"], server.Recipients.Order());
        var toReader = Mail(server, "me@example.net");
        Assert.Contains("Das VPN fällt aus", SmtpListener.Body(toReader));
        Assert.Contains("https://help.example.com" + receipt, SmtpListener.Body(toReader));
        var toOwner = SmtpListener.Body(Mail(server, "ana@example.com"));
        Assert.Contains("- Read: The VPN says 809", toOwner);
        Assert.Contains("Answer at the desk: https://help.example.com/desk/cases/1", toOwner);
        Assert.DoesNotContain("/receipts/", toOwner);
    }

    [Fact]
    public async Task Whoever_calls_gets_the_call_as_a_calendar_entry()
    {
        await using var server = new SmtpListener();
        await using var site = await HelpSite.StartAsync(server.Settings);
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        await site.Client.PostAsync(receipt + "/call-me", ("phone", "0123 456"), ("call-from", "14:00"), ("call-until", "15:00"));
        await Eventually.TrueAsync(() => server.Mails.Count == 2, site.Time);
        var mail = Assert.Single(server.Mails, mail => mail.Contains("text/calendar", StringComparison.Ordinal));
        Assert.Contains("method=PUBLISH", mail, StringComparison.Ordinal);
        Assert.Contains("call.ics", mail, StringComparison.Ordinal);
        var entry = mail[mail.IndexOf("text/calendar", StringComparison.Ordinal)..].Split("\r\n\r\n")[1].Split("\r\n--")[0];
        Assert.Contains("DTSTART:20261123T140000Z\r\n", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(entry)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_known_address_of_the_site_there_is_no_link_rather_than_a_wrong_one()
    {
        await using var server = new SmtpListener();
        await using var site = await HelpSite.StartAsync(server.Settings);
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        await Eventually.TrueAsync(() => server.Mails.Count == 2, site.Time);
        Assert.All(server.Mails, mail => Assert.DoesNotContain("http", SmtpListener.Body(mail)));
    }

    [Fact]
    public async Task An_answer_reaches_the_reader_with_the_link_to_the_receipt()
    {
        await using var server = new SmtpListener();
        await using var site = await HelpSite.StartAsync([.. server.Settings, "--Site:BaseUrl=https://help.example.com"]);
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        await site.Client.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "Try the new client."));
        await Eventually.TrueAsync(() => server.Mails.Count == 3, site.Time);
        var answer = Assert.Single(server.Mails.Select(SmtpListener.Body), body => body.Contains("Try the new client."));
        Assert.Contains("Ana Ruiz answered:", answer);
        Assert.Contains("https://help.example.com" + receipt, answer);
    }

    [Fact]
    public async Task A_team_without_an_address_is_told_member_by_member()
    {
        await using var server = new SmtpListener();
        await using var site = await HelpSite.StartAsync(server.Settings);
        await site.Client.AskAsync(("problem", "Help"));
        await Eventually.TrueAsync(() => server.Recipients.Count == 2, site.Time);
        Assert.Equal(["RCPT TO:<ben@example.com>", "RCPT TO:<carla@example.com>"], server.Recipients.Order());
    }

    [Fact]
    public async Task Line_breaks_in_what_a_reader_typed_make_no_header()
    {
        await using var server = new SmtpListener();
        await using var site = await HelpSite.StartAsync(server.Settings);
        await site.Client.AskAsync(("problem", "VPN\r\nBcc: all@example.com\r\n.\r\nMAIL FROM:<x@y>"), ("article", HelpSite.Vpn));
        await Eventually.TrueAsync(() => server.Mails.Count == 1, site.Time);
        var mail = Assert.Single(server.Mails);
        Assert.Equal("", SmtpListener.Header(mail, "Bcc"));
        Assert.Contains("Bcc: all@example.com", SmtpListener.Header(mail, "Subject"));
        Assert.Single(server.Recipients);
    }

    [Theory]
    [InlineData(Reception.BusyAtRecipient)]
    [InlineData(Reception.DropAfterMail)]
    [InlineData(Reception.HangAtGreeting)]
    [InlineData(Reception.HangAfterMail)]
    public async Task What_goes_wrong_on_the_way_is_tried_again_under_the_same_message_id(object first)
    {
        await using var server = new SmtpListener((Reception)first);
        await using var site = await HelpSite.StartAsync(server.Settings);
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        await Eventually.TrueAsync(() => IsAsync(site, OutboxRow.Done), site.Time, Step);
        Assert.Equal(2, server.Connections);
        var id = Assert.Single(server.Mails.Select(mail => SmtpListener.Header(mail, "Message-ID")).Distinct());
        Assert.Matches("^<[0-9a-f]{32}@example.com>$", id);
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_is_shown_at_the_desk_and_can_be_tried_again()
    {
        await using var server = new SmtpListener(Reception.RefuseRecipient);
        await using var site = await HelpSite.StartAsync(server.Settings);
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        await Eventually.TrueAsync(() => IsAsync(site, OutboxRow.Failed), site.Time);
        var page = await site.Client.PageAsync("/desk/cases");
        Assert.Contains("By mail to ana@example.com", page.Text("ul.stack"));
        Assert.Contains("no such mailbox", page.Text("ul.stack"));
        await site.Client.PostAsync(page.QuerySelector("form[action$='/replay']")?.GetAttribute("action") ?? "");
        await Eventually.TrueAsync(() => IsAsync(site, OutboxRow.Done), site.Time);
        Assert.Null((await site.Client.PageAsync("/desk/cases")).QuerySelector("#undelivered"));
    }

    [Fact]
    public async Task Where_no_mail_server_is_named_no_mail_waits()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        Assert.Equal(0, await CountAsync(site, "SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up_after_three_days()
    {
        int port;
        await using (var gone = new SmtpListener()) port = gone.Port;
        await using var site = await HelpSite.StartAsync("--Mail:Host=127.0.0.1", $"--Mail:Port={port}", "--Mail:From=desk@example.com", "--Mail:StartTls=false");
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        // Reminders of what nobody answers come after it and are tried for three days of their own.
        await Eventually.TrueAsync(async () => await CountAsync(site, "SELECT state = 'failed' FROM outbox ORDER BY created_at, id LIMIT 1") == 1, site.Time, TimeSpan.FromHours(1));
        Assert.InRange(await CountAsync(site, "SELECT attempts FROM outbox ORDER BY created_at, id LIMIT 1"), 5, 80);
        Assert.True(site.Time.GetUtcNow() >= new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_server_without_encryption_gets_nothing_when_encryption_is_asked_for()
    {
        await using var server = new SmtpListener();
        await using var site = await HelpSite.StartAsync([.. server.Settings, "--Mail:StartTls=true"]);
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        await Eventually.TrueAsync(async () => await CountAsync(site, "SELECT COUNT(*) FROM outbox WHERE last_error IS NOT NULL") == 1, site.Time);
        Assert.Empty(server.Mails);
        Assert.Equal(1, await CountAsync(site, "SELECT COUNT(*) FROM outbox WHERE state = 'waiting'"));
    }

    [Fact]
    public void A_mail_server_without_a_sender_stops_the_start() =>
        Assert.Equal(["Mail:From must be a mail address when Mail:Host is set"],
            Server.SiteHost.Create(["--Mail:Host=mail.example.com"]).Services.GetServices<Microsoft.Extensions.Options.IValidateOptions<MailOptions>>()
                .SelectMany(check => check.Validate(null, new MailOptions { Host = "mail.example.com" }).Failures ?? []));

    private static string Mail(SmtpListener server, string to) =>
        Assert.Single(server.Mails, mail => SmtpListener.Header(mail, "To").Contains(to));

    private static async Task<bool> IsAsync(TestSite site, string state) =>
        await CountAsync(site, $"SELECT COUNT(*) FROM outbox WHERE state <> '{state}'") == 0;

    private static Task<long> CountAsync(TestSite site, string sql) =>
        site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql), CancellationToken.None);
}
