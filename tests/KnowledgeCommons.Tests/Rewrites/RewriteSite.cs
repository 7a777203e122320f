using System.Net;
using Dapper;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>A site over a real git repository with two articles and a small service desk; nobody looks for pushes by themselves but the hook.</summary>
internal sealed class RewriteSite : IAsyncDisposable
{
    public const string Vpn = "network/vpn";
    public const string Printing = "devices/printing";
    public const string VpnPage = "/desk/articles/" + Vpn;
    private const string Secret = "a shared secret";

    private RewriteSite(TestSite site, GitRepository repository) => (Site, Repository) = (site, repository);

    public TestSite Site { get; }

    public GitRepository Repository { get; }

    public HttpClient Desk => Site.Client;

    public static async Task<RewriteSite> StartAsync(params string[] settings)
    {
        var repository = GitRepository.Init();
        repository.Write("_people.yml", People)
            .Write($"{Vpn}.md", "---\nowner: ana\n---\n# The VPN says 809\n\nPress the green button.\n")
            .Write($"{Printing}.md", "# Nothing prints\n\nText.\n")
            .Commit(message: "First");
        var site = new TestSite();
        await site.StartAsync([$"--Content:Source={repository.Path}", $"--Content:HookSecret={Secret}", "--Content:Refresh=1.00:00:00", "--Outbox:DailyCheck=false", .. settings]);
        // A test says what the model makes of the evidence: nothing judges by itself.
        await site.Services.GetServices<IHostedService>().OfType<HealthRefresh>().Single().StopAsync(CancellationToken.None);
        var made = new RewriteSite(site, repository);
        await made.UntilAsync(async () => await made.CountAsync("SELECT COUNT(*) FROM rewrite_source") == 1);
        return made;
    }

    /// <summary>Commits what lies there and knocks at the hook; returns when that version was looked at for answers.</summary>
    public async Task<string> PushAsync(string message, string author = GitRepository.Ada)
    {
        var commit = Repository.Commit(author, message: message);
        await KnockAsync();
        return commit;
    }

    public async Task KnockAsync()
    {
        var head = Repository.Head;
        using var hook = new HttpRequestMessage(HttpMethod.Post, "/hooks/git") { Content = new StringContent("{}"), Headers = { { "X-Gitlab-Token", Secret } } };
        (await Desk.SendAsync(hook)).Dispose();
        await UntilAsync(async () => await CountAsync("SELECT COUNT(*) FROM rewrite_source WHERE version = @head", new { head }) == 1);
    }

    /// <summary>Somebody at the desk asks for a rewrite of the VPN article; returns the case's page.</summary>
    public async Task<string> OpenAsync(string me = "ben", string because = "The button has another name now.", string page = VpnPage)
    {
        var revision = (await Desk.PageAsync(page)).QuerySelector("#flag input[name=revision]")?.GetAttribute("value") ?? "";
        var answer = await Desk.PostAsync(page, ("me", me), ("revision", revision), ("action", "flagged"), ("because", because));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return (await Desk.PageAsync(page)).QuerySelector("a[href^='/desk/rewrites/']")?.GetAttribute("href") ?? "";
    }

    public async Task StepAsync(string page, string action, params (string, string)[] fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await Desk.PostAsync($"{page}/{action}", [("me", "ana"), .. fields])).StatusCode);

    public async Task<RewriteCase> CaseAsync(long number = 1) => (await Site.Services.GetRequiredService<RewriteCases>()
        .FindByNumberAsync(number, CancellationToken.None) ?? throw new InvalidOperationException("There is no such case.")).Case;

    public async Task<IReadOnlyList<string>> KindsAsync(long number = 1) => [.. (await Site.Services.GetRequiredService<RewriteCases>()
        .FindByNumberAsync(number, CancellationToken.None) ?? throw new InvalidOperationException("There is no such case.")).Events.Select(entry => entry.Kind)];

    public async Task<IReadOnlyList<string>> FindingsAsync() =>
        [.. (await Site.Services.GetRequiredService<RewriteFindings>().AllAsync(CancellationToken.None)).Select(finding => finding.Message)];

    /// <summary>A new reader says how the VPN article went, and gets a receipt.</summary>
    public async Task<(HttpClient Reader, string Receipt)> SayAsync(string answer, string slug = Vpn)
    {
        var reader = Site.NewReader();
        var said = await reader.PostAsync($"/articles/{slug}/outcome", ("answer", answer));
        return (reader, said.Headers.Location?.ToString() ?? "");
    }

    /// <summary>The night's work has judged the VPN article, as of today.</summary>
    public Task JudgeAsync(HealthState state, RewriteVerdict? verdict = null, double bad = 0.95)
    {
        var today = Readings.DayOf(Site.Time.GetUtcNow());
        var judged = Judgement.Of(Site.Article(Vpn).Id, today, state, TransitionCause.Evidence, today, Estimates.Of(bad) with { Verdict = verdict });
        return Site.Services.GetRequiredService<Database>().WriteAsync(connection => JudgementBook.WriteAsync(connection, [judged]), CancellationToken.None);
    }

    /// <summary>The watch looks again, as it does every minute.</summary>
    public async Task UntilAsync(Func<Task<bool>> happened) => await Eventually.TrueAsync(happened, Site.Time, TimeSpan.FromSeconds(5));

    public Task UntilStateAsync(string state, long number = 1) => UntilAsync(async () => (await CaseAsync(number)).State == state);

    public Task<long> CountAsync(string sql, object? args = null) => Site.Services.GetRequiredService<Database>()
        .ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql, args), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Repository.Dispose();
    }

    private const string People =
        """
        people:
          ana: { name: Ana Ruiz, email: ana@example.com }
          ben: { name: Ben Okafor, email: ben@example.com }
          net: { name: Nils Berg, email: nils@example.com }
        duty:
          default: { owner: ben }
          network: { owner: net }
        """;
}
