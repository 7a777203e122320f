using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using KnowledgeCommons.Tests.Identity;
using KnowledgeCommons.Tests.KnownIssues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>What lets a person in, and whatever they are given to come back with, stands in no log at any level, whether it is right or not.</summary>
public sealed partial class TypedSecretTests
{
    private const string Password = "four plain words here";
    private const string Wrong = "five quite other words here";
    private const string Bearer = "a-token-that-somebody-tried";
    private const int ShortestSecret = 16;

    [Fact]
    public async Task Passwords_links_sessions_codes_receipts_and_tokens_of_people_are_not_logged()
    {
        using var log = new WholeLog();
        await using var site = await new TestSite().Furnish().Write(KnownSite.File, KnownSite.Vpn).Using<ILoggerProvider>(log).StartAsync(
            [
                .. WholeLog.MostTalkative, "--Identity:Mode=Accounts", "--Identity:AnonymousReading=true", "--Identity:Guests:Domains:0=example.com", "--Mail:Host=127.0.0.1", "--Mail:Port=9",
                "--Mail:From=desk@example.com", "--Contacts:Token=the right token of programs", "--Health:Token=the right token of programs"
            ]);
        List<string> given = [Password, Wrong, Bearer, await LinkAsync(site)];
        using var browser = new HttpClient(new Notes(given)) { BaseAddress = site.Client.BaseAddress };
        await SignInAsync(browser, given[^1]);
        given.Add(await BeGuestAsync(site, browser));
        await ReceiptsAsync(browser, given);
        await TokensAsync(browser);
        given.Add(site.Services.GetRequiredService<NewsTokens>().Of("vpn-calls", "eve@example.com").Value);
        await browser.GetAsync("/receipts/" + given[^1]);
        await site.ExecuteAsync("DROP TABLE case_event");
        foreach (var receipt in given.Where(secret => secret.Length == 23).ToList()) await browser.GetAsync("/receipts/" + receipt);

        Assert.Contains(given, secret => secret.Length > 100);
        Assert.True(given.Count(secret => secret.Length == 23) >= 4);
        Assert.NotEmpty(log.Lines);
        var logged = given.Distinct().Where(secret => secret.Length > 0 && log.Lines.Any(line => line.Contains(secret, StringComparison.Ordinal) || line.Contains(Uri.EscapeDataString(secret), StringComparison.Ordinal)));
        Assert.Equal([], logged);
    }

    [Fact]
    public async Task Tokens_of_a_sign_in_proxy_are_not_logged_good_or_bad()
    {
        using var log = new WholeLog();
        await using var issuer = await IssuerStub.StartAsync();
        await using var site = await HelpSite.StartAsync(site => site.Using<ILoggerProvider>(log),
            [.. WholeLog.MostTalkative, "--Identity:Mode=Jwt", $"--Identity:Jwt:Issuer={issuer.Url}", $"--Identity:Jwt:Audience:0={IssuerStub.Audience}"]);
        var now = site.Time.GetUtcNow();
        string[] tokens = [issuer.Token(now), issuer.Token(now.AddDays(-1)), issuer.Unsigned(now), issuer.SignedWithThePublicKey(now), issuer.Token(now, claims => claims["aud"] = "another"), "no.token.at-all-of-ours"];
        foreach (var token in tokens)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/articles/" + HelpSite.Vpn);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            using var answer = await site.Client.SendAsync(request);
            Assert.Equal(token == tokens[0] ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        Assert.Contains(log.Lines, line => line.Contains("A sign-in was refused", StringComparison.Ordinal));
        AssertNoneOf(tokens.SelectMany(token => token.Split('.').Append(token)), log);
    }

    [Fact]
    public async Task Codes_states_and_cookies_of_a_provider_are_not_logged_good_or_bad()
    {
        using var log = new WholeLog();
        await using var issuer = await IssuerStub.StartAsync();
        await using var site = await HelpSite.StartAsync(site => site.Using<ILoggerProvider>(log),
            [.. WholeLog.MostTalkative, "--Identity:Mode=Oidc", $"--Identity:Oidc:Authority={issuer.Url}", $"--Identity:Oidc:ClientId={IssuerStub.Audience}", "--Identity:Oidc:ClientSecret=S3CR3T-oidc"]);
        List<string> given = ["a-code-that-is-good", "a-code-that-is-stolen"];
        using var browser = new HttpClient(new Notes(given)) { BaseAddress = site.Client.BaseAddress };
        foreach (var code in given.ToList())
        {
            using var led = await browser.GetAsync("/sign-in?returnUrl=/help");
            var asked = System.Web.HttpUtility.ParseQueryString(led.Headers.Location?.Query ?? "");
            given.AddRange([asked["state"] ?? "", asked["nonce"] ?? "", asked["code_challenge"] ?? ""]);
            var token = issuer.Token(site.Time.GetUtcNow(), claims => claims["nonce"] = asked["nonce"] ?? "");
            given.Add(token);
            if (code == given[0]) issuer.IdTokens[code] = token;
            using var back = await browser.GetAsync($"/sign-in/callback?state={asked["state"]}&code={code}");
            Assert.Equal(code == given[0] ? HttpStatusCode.SeeOther : HttpStatusCode.BadRequest, back.StatusCode);
            if (code == given[0]) await browser.PostAsync("/sign-out", content: null);
        }
        Assert.True(given.Count > 8);
        Assert.Contains(log.Lines, line => line.Contains("A sign-in was refused", StringComparison.Ordinal));
        AssertNoneOf(given, log);
        Assert.DoesNotContain(log.Lines, SecretSettings.AreIn);
    }

    private static void AssertNoneOf(IEnumerable<string> secrets, WholeLog log)
    {
        var logged = secrets.Where(secret => secret.Length >= ShortestSecret).Distinct().Where(secret => log.Lines.Any(line => line.Contains(secret, StringComparison.Ordinal)));
        Assert.Equal([], logged);
    }

    private static async Task<string> LinkAsync(TestSite site)
    {
        var accounts = site.Services.GetRequiredService<Accounts>();
        await accounts.AddAsync("ada", "Ada", [], default);
        var link = await accounts.LinkAsync(await accounts.FindAsync("ada", default) ?? new Account(), TimeSpan.FromHours(1), forget: false, default);
        return link.Split('/')[^1];
    }

    private static async Task SignInAsync(HttpClient browser, string link)
    {
        await browser.GetAsync("/sign-in/password/" + link);
        await browser.PostAsync("/sign-in/password/" + link, ("password", Password), ("again", Wrong));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/sign-in/password/" + link, ("password", Password), ("again", Password))).StatusCode);
        await browser.GetAsync("/sign-in/password/" + link);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/sign-in", ("login", "ada"), ("password", Wrong))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/sign-in", ("login", "ada"), ("password", Password))).StatusCode);
        await browser.GetAsync("/desk");
        await browser.PostAsync("/sign-out", content: null);
    }

    private static async Task<string> BeGuestAsync(TestSite site, HttpClient browser)
    {
        await browser.PostAsync("/sign-in/code", ("address", "eve@example.com"));
        var id = await site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.QuerySingleAsync<string>("SELECT id FROM guest_code"), default);
        var letter = await site.Services.GetServices<ILetterWriter>().Single(writer => writer.Kind == GuestLetters.KindOfMail).WriteAsync(id, default);
        var code = Code().Match(letter?.Text ?? "").Value;
        await browser.PostAsync("/sign-in/code/enter", ("code", "12345678"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/sign-in/code/enter", ("code", code))).StatusCode);
        return code;
    }

    /// <summary>Of a case, of an answer, and of a case and a tap that are held.</summary>
    private static async Task ReceiptsAsync(HttpClient browser, List<string> given)
    {
        foreach (var (path, fields) in ((string, (string, string)[])[])
            [("/help", [("problem", "VPN"), ("reach", "email"), ("contact", "eve@example.com")]), ("/articles/network/vpn/outcome", [("answer", "not-fixed")]),
             ("/help", [("problem", "Spam"), ("homepage", "https://spam.example")]), (KnownSite.Url + "/affected", [("homepage", "https://spam.example")])])
        {
            using var sent = await browser.PostAsync(path, fields);
            var receipt = sent.Headers.Location?.OriginalString ?? "";
            given.Add(receipt.Split('/')[^1]);
            foreach (var address in (string[])["", "/files/x", "/call.ics", "/no-such-action", "/%2e%2e"])
                using (await browser.GetAsync(receipt + address, HttpCompletionOption.ResponseHeadersRead)) { }
            using (await browser.PostAsync(receipt + "/say", ("text", new string('x', 70_000)))) { }
            using (await browser.PostAsync(receipt + "/person", content: null)) { }
        }
    }

    private static async Task TokensAsync(HttpClient browser)
    {
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Post, "/api/v1/contacts"), (HttpMethod.Get, "/api/v1/health/articles"), (HttpMethod.Post, "/hooks/git"), (HttpMethod.Post, "/hooks/tickets/zendesk"), (HttpMethod.Get, "/desk")])
        {
            using var call = new HttpRequestMessage(method, path);
            if (method == HttpMethod.Post) call.Content = new StringContent("[]", System.Text.Encoding.UTF8, "application/json");
            call.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Bearer);
            call.Headers.TryAddWithoutValidation("X-Gitlab-Token", Bearer);
            using var answer = await browser.SendAsync(call);
        }
    }

    /// <summary>A browser that keeps cookies and no secrets: what each cookie holds is noted.</summary>
    private sealed class Notes(List<string> given) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            var answer = await base.SendAsync(request, cancel);
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
                given.AddRange(cookies.Select(cookie => cookie.Split('=', 2)[1].Split(';')[0]).Where(value => value.Length >= ShortestSecret));
            return answer;
        }
    }

    [GeneratedRegex("[0-9]{8}")]
    private static partial Regex Code();
}
