using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using KnowledgeCommons.Cli;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using KnowledgeCommons.Tests.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>What is secret in the settings stands in no log, on no page and in no file, also when everything fails that it is used for.</summary>
public sealed class SecretTests
{
    private const string Password = "four plain words here";

    private static readonly string[] Pages =
    [
        "/", "/desk", "/desk/work", "/desk/cases", "/desk/cases?show=all", "/desk/cases/1", "/desk/rewrites", "/desk/rewrites/1", "/desk/articles", "/desk/content", "/desk/audit", "/desk/audit.csv", "/desk/held",
        "/desk/known-issues", "/desk/measured.csv", "/desk/searches", "/readyz", "/healthz", "/openapi/v1.json", "/api/v1/health/articles", "/api/v1/search?q=vpn", "/nowhere", "/api/v1/nowhere", "/privacy", "/feed.xml"
    ];

    private static readonly string[] Identity = ["--Identity:Mode=Accounts", "--Identity:AnonymousReading=true", "--Identity:Roles:Administrator:0=admins"];

    [Fact]
    public void Every_setting_that_holds_a_secret_has_a_row() =>
        Assert.Equal(
            SecretSettings.ByName.Except(SecretSettings.NoSecrets).Concat(SecretSettings.SecretAllTheSame).Order(StringComparer.Ordinal),
            SecretSettings.At("").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_secret_would_be_noticed_whichever_way_it_is_written()
    {
        foreach (var user in (string[])["", "a", "ab", "abc", "desk@example.com"])
            Assert.True(SecretSettings.AreIn("Basic " + JsonCalls.Basic(user, "S3CR3T-zendesk").Parameter));
        Assert.True(SecretSettings.AreIn("--Mail:Password=S3CR3T-mail"));
        Assert.False(SecretSettings.AreIn("Basic " + JsonCalls.Basic("desk", "another").Parameter));
    }

    [Fact]
    public async Task No_secret_of_the_settings_reaches_a_log_a_page_an_export_or_a_file()
    {
        await using var elsewhere = await EchoServer.StartAsync();
        using var log = new WholeLog();
        string[] settings = [.. WholeLog.MostTalkative, .. Identity, .. SecretSettings.At(elsewhere.Url).Values.SelectMany(values => values)];
        await using var site = await HelpSite.StartAsync(site => site.Using<ILoggerProvider>(log), settings);
        await SignInAsync(site);
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "eve@example.com"));
        var revision = (await site.Client.GetStringAsync($"/desk/articles/{HelpSite.Vpn}")).Split("name=\"revision\" value=\"")[1].Split('"')[0];
        await site.Client.PostAsync($"/desk/articles/{HelpSite.Vpn}", ("me", "ana"), ("revision", revision), ("action", "flagged"), ("because", "Step 3 is gone."));
        var outbox = site.Services.GetRequiredService<Outbox>();
        // Seven channels, mails to the reader and to whoever has the case, and the forge.
        await Eventually.HoldsAsync(async () => (await outbox.UndeliveredAsync(default)).Select(row => row.Channel).Distinct().Count() >= 9);
        Assert.True(elsewhere.Calls >= 8);

        List<string> seen = [.. await PagesOfAsync(site)];
        seen.AddRange(await ProgramsAsync(site));
        seen.AddRange(await CommandsAsync(site));
        await site.ExecuteAsync("ALTER TABLE case_event RENAME TO case_event_gone");
        using (var broken = await site.Client.GetAsync("/desk/cases/1"))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
            seen.Add(await broken.Content.ReadAsStringAsync());
        }
        await site.ExecuteAsync("ALTER TABLE case_event_gone RENAME TO case_event");

        // Others at the next start: the audit names the settings that changed.
        await site.KillAsync();
        await site.StartAsync([.. WholeLog.MostTalkative, .. Identity, .. SecretSettings.At(elsewhere.Url, "S3CR3T2").Values.SelectMany(values => values)]);
        await EnterAsync(site.Client, "ada", Password);
        var audit = await site.Client.GetStringAsync("/desk/audit.csv");
        Assert.Contains("Mail:Password", audit, StringComparison.Ordinal);
        seen.Add(audit);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, SecretSettings.AreIn);
        Assert.DoesNotContain(seen, SecretSettings.AreIn);
        Assert.Empty(site.Holding("S3CR3T"));
    }

    [Fact]
    public async Task A_source_of_articles_that_needs_a_password_is_named_without_it()
    {
        using var log = new WholeLog();
        await using var site = new TestSite().Using<ILoggerProvider>(log);
        await site.StartAsync([.. WholeLog.MostTalkative, "--Content:Source=http://desk:S3CR3T-of-git@127.0.0.1:9/articles.git"]);
        await Eventually.HoldsAsync(() => Task.FromResult(log.Lines.Any(line => line.Contains("could not be read", StringComparison.Ordinal))));
        var content = await site.Client.GetStringAsync("/desk/content");
        Assert.Contains("127.0.0.1:9", content, StringComparison.Ordinal);
        using var ready = await site.Client.GetAsync("/readyz");
        Assert.DoesNotContain(log.Lines.Append(content).Append(await ready.Content.ReadAsStringAsync()), SecretSettings.AreIn);
    }

    private static async Task SignInAsync(TestSite site)
    {
        var accounts = site.Services.GetRequiredService<Accounts>();
        await accounts.AddAsync("ada", "Ada", ["admins"], default);
        var ada = await accounts.FindAsync("ada", default) ?? throw new InvalidOperationException("Ada has no account.");
        await site.Client.PostAsync(await accounts.LinkAsync(ada, TimeSpan.FromHours(1), forget: false, default), ("password", Password), ("again", Password));
        await EnterAsync(site.Client, "ada", "wrong");
        Assert.Equal(HttpStatusCode.SeeOther, await EnterAsync(site.Client, "ada", Password));
    }

    private static async Task<HttpStatusCode> EnterAsync(HttpClient browser, string login, string password)
    {
        using var answer = await browser.PostAsync("/sign-in", ("login", login), ("password", password));
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyList<string>> PagesOfAsync(TestSite site)
    {
        List<string> seen = [];
        foreach (var path in Pages)
        {
            using var answer = await site.Client.GetAsync(path);
            seen.Add($"{answer.Headers} {await answer.Content.ReadAsStringAsync()}");
        }
        Assert.Contains(seen, page => page.Contains("refused it (400)", StringComparison.Ordinal));
        return seen;
    }

    /// <summary>Calls that are right, and whose content is not; and some whose secret is only almost right.</summary>
    private static async Task<IReadOnlyList<string>> ProgramsAsync(TestSite site)
    {
        List<string> seen = [];
        foreach (var (path, header, value) in ((string, string, string)[])
            [("/api/v1/contacts", "Authorization", "Bearer S3CR3T-contacts-token"), ("/api/v1/contacts", "Authorization", "Bearer S3CR3T-contacts-taken"), ("/hooks/git", "X-Gitlab-Token", "S3CR3T-hook"),
             ("/hooks/git", "X-Gitlab-Token", "S3CR3T-hoax"), ("/hooks/tickets/zendesk", "Authorization", "Bearer S3CR3T-of-hooks"), ("/hooks/tickets/webhook", "webhook-signature", "v1,S3CR3T")])
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{", MediaTypeHeaderValue.Parse("application/json")) };
            call.Headers.TryAddWithoutValidation(header, value);
            using var answer = await site.Client.SendAsync(call);
            seen.Add(await answer.Content.ReadAsStringAsync());
        }
        return seen;
    }

    private static async Task<IReadOnlyList<string>> CommandsAsync(TestSite site)
    {
        List<string> seen = [];
        foreach (var (command, words) in ((Command, string[])[])
            [(PrivacyCommand.Make(), ["report"]), (PrivacyCommand.Make(), ["forget", "eve@example.com", "--dry-run"]), (AuditCommand.Make(), []), (UserCommand.Make(), ["list"])])
        {
            using var output = new StringWriter();
            await command.Parse([.. words, "--data", site.Data]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
            Assert.NotEqual("", output.ToString());
            seen.Add(output.ToString());
        }
        return seen;
    }
}
