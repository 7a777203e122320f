using System.Collections.Concurrent;
using System.Net;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>What is secret in the settings, and what people sign in with, stands in no log and on no page, also when everything fails.</summary>
public sealed class SecretTests
{
    private const string Mark = "S3CR3T";

    private static readonly string[] Settings =
    [
        "--Logging:LogLevel:Default=Trace", "--Identity:Mode=Accounts", "--Identity:AnonymousReading=true", $"--Identity:PersonKey={Mark}-of-persons-1", $"--Identity:Oidc:ClientSecret={Mark}-oidc",
        "--Mail:Host=127.0.0.1", "--Mail:Port=9", "--Mail:From=desk@example.com", "--Mail:User=desk", $"--Mail:Password={Mark}-mail", $"--Contacts:Token={Mark}-contacts-token", $"--Content:HookSecret={Mark}-hook-secret",
        $"--Health:Token={Mark}-health-token-for-tests"
    ];

    [Fact]
    public async Task No_secret_reaches_a_log_or_a_page()
    {
        using var log = new Everything();
        await using var site = await HelpSite.StartAsync(site => site.Using<ILoggerProvider>(log), Settings);
        var seen = new List<string>();
        await site.Client.AskAsync(("problem", "VPN"), ("reach", "email"), ("contact", "eve@example.com"));
        await PostAsync("/sign-in", ("login", "eve"), ("password", $"{Mark}-typed"));
        await PostAsync("/sign-in/password/" + Mark, ("password", $"{Mark}-typed"), ("again", $"{Mark}-other"));
        foreach (var path in (string[])["/", "/desk", "/desk/cases", "/desk/content", "/readyz", "/healthz", "/openapi/v1.json", "/api/v1/health/articles", "/nowhere"]) await GetAsync(path);
        using (var call = new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts") { Content = new StringContent("{") })
        {
            call.Headers.Authorization = new("Bearer", $"{Mark}-contacts-token");
            using var answer = await site.Client.SendAsync(call);
            seen.Add(await answer.Content.ReadAsStringAsync());
        }
        using (var hook = new HttpRequestMessage(HttpMethod.Post, "/hooks/git") { Content = new StringContent("{}") })
        {
            hook.Headers.Add("X-Gitlab-Token", $"{Mark}-hook-secret");
            using var answer = await site.Client.SendAsync(hook);
            seen.Add(await answer.Content.ReadAsStringAsync());
        }
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(Mark, StringComparison.Ordinal));
        Assert.DoesNotContain(seen, page => page.Contains(Mark, StringComparison.Ordinal));

        async Task GetAsync(string path)
        {
            using var answer = await site.Client.GetAsync(path);
            seen.Add($"{answer.Headers} {await answer.Content.ReadAsStringAsync()}");
        }

        async Task PostAsync(string path, params (string Name, string Value)[] fields)
        {
            using var answer = await HelpSite.PostAsync(site.Client, path, fields);
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            seen.Add(await answer.Content.ReadAsStringAsync());
        }
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
        public void Dispose() { }
    }
}
