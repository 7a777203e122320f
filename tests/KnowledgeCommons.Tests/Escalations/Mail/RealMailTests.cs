using System.Runtime.Versioning;
using AngleSharp.Html.Parser;
using Dapper;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>Mail through a real server, over STARTTLS, read from where it was delivered.</summary>
[SupportedOSPlatform("linux")]
public sealed class RealMailTests
{
    private const string Home = "https://help.example.com";

    [Fact]
    public async Task A_reader_and_the_owner_get_mails_of_two_parts_in_one_thread_each()
    {
        await using var server = await Postfix.StartAsync();
        await using var site = await HelpSite.StartAsync([.. server.Settings, $"--Site:BaseUrl={Home}"]);
        var receipt = await site.Client.AskAsync(("problem", "VPN <script>alert('ü')</script> & co"), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));
        await Eventually.TrueAsync(() => server.Mails().Count == 2, site.Time);
        await site.Client.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "Try the new client."));
        await Eventually.TrueAsync(() => server.Mails().Count == 3, site.Time);
        Assert.Contains("starttls=1", server.Log());

        var toReader = server.Mails().Where(mail => SmtpListener.Header(mail, "To").Contains("me@example.net")).ToList();
        var toOwner = Assert.Single(server.Mails(), mail => SmtpListener.Header(mail, "To").Contains("ana@example.com"));
        Assert.Equal(2, toReader.Count);
        foreach (var mail in server.Mails())
        {
            Assert.StartsWith("multipart/alternative", SmtpListener.Header(mail, "Content-Type"));
            Assert.Equal("auto-generated", SmtpListener.Header(mail, "Auto-Submitted"));
            Assert.Matches("^<[0-9a-f]{32}@example.com>$", SmtpListener.Header(mail, "Message-ID"));
            Assert.Matches("^<[0-9a-f]{32}@example.com>$", SmtpListener.Header(mail, "In-Reply-To"));
            Assert.Equal(SmtpListener.Header(mail, "In-Reply-To"), SmtpListener.Header(mail, "References"));
        }
        Assert.Equal(3, server.Mails().Select(mail => SmtpListener.Header(mail, "Message-ID")).Distinct().Count());
        Assert.Single(toReader.Select(mail => SmtpListener.Header(mail, "References")).Distinct());

        var opened = toReader.Single(mail => SmtpListener.Body(mail).Contains("You wrote:"));
        Assert.Contains("VPN <script>alert('ü')</script> & co", SmtpListener.Body(opened));
        var html = new HtmlParser().ParseDocument(SmtpListener.Html(opened));
        Assert.Empty(html.QuerySelectorAll("script, img, style, link"));
        Assert.Contains("VPN <script>alert('ü')</script> & co", html.Body?.TextContent);
        Assert.Equal([Home + receipt], html.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));

        // The receipt's link is the only secret, and the reader's alone.
        Assert.All(toReader, mail => Assert.Contains(Home + receipt, SmtpListener.Body(mail)));
        Assert.DoesNotContain("/receipts/", SmtpListener.Body(toOwner) + SmtpListener.Html(toOwner));
        Assert.All(server.Mails(), mail => Assert.DoesNotContain("cookie", mail, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_certificate_that_nobody_named_is_not_trusted()
    {
        await using var server = await Postfix.StartAsync();
        await using var site = await HelpSite.StartAsync([.. server.Settings, "--Mail:CertificateFile="]);
        Assert.Contains("certificate", await WhyNotAsync(site));
        Assert.Empty(server.Mails());
    }

    [Fact]
    public async Task A_trusted_certificate_for_another_name_is_refused()
    {
        await using var server = await Postfix.StartAsync(nameInCertificate: "other.example.com");
        await using var site = await HelpSite.StartAsync(server.Settings);
        Assert.Contains("certificate", await WhyNotAsync(site));
        Assert.Empty(server.Mails());
    }

    private static async Task<string> WhyNotAsync(TestSite site)
    {
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        string? why = null;
        await Eventually.TrueAsync(async () => (why = await site.Services.GetRequiredService<Database>().ReadAsync(
            connection => connection.ExecuteScalarAsync<string?>("SELECT last_error FROM outbox WHERE last_error IS NOT NULL"), CancellationToken.None)) is not null, site.Time);
        return why ?? "";
    }
}
