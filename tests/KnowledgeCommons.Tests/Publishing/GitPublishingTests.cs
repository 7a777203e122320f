using System.Net;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Tests.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Publishing;

public sealed class GitPublishingTests
{
    private const string Secret = "a shared secret";

    private static HttpRequestMessage Hook(string name, string value, string body = "{}") =>
        new(HttpMethod.Post, "/hooks/git") { Content = new StringContent(body), Headers = { { name, value } } };

    private static string Digest(string body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)));

    public static TheoryData<string, string> SignedByForges => new()
    {
        { "X-Hub-Signature-256", "sha256=" + Digest("{}") },
        { "X-Gitea-Signature", Digest("{}") },
        { "X-Forgejo-Signature", Digest("{}") },
        { "X-Gitlab-Token", Secret },
        { "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("azure:" + Secret)) }
    };

    [Theory]
    [MemberData(nameof(SignedByForges))]
    public async Task Every_forges_way_of_signing_is_known(string name, string value)
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync($"--Content:HookSecret={Secret}");
        using var answer = await site.Client.SendAsync(Hook(name, value));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Hub-Signature-256", "sha256=0000")]
    [InlineData("X-Hub-Signature-256", "")]
    [InlineData("X-Gitlab-Token", "a shared secre")]
    [InlineData("Authorization", "Basic !!!")]
    [InlineData("Authorization", "Basic")]
    public async Task A_hook_with_a_wrong_signature_is_refused(string name, string value)
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync($"--Content:HookSecret={Secret}");
        using var request = Hook("X-Test", "1");
        request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_hook()
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        using var answer = await site.Client.SendAsync(Hook("X-Gitlab-Token", "anything"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_hook_larger_than_a_megabyte_is_refused()
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync($"--Content:HookSecret={Secret}");
        using var answer = await site.Client.SendAsync(Hook("X-Gitlab-Token", Secret, new string('x', 1_100_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_pushed_commit_is_visible_and_searchable_after_the_hook_and_a_broken_one_leaves_the_old_version_up()
    {
        using var repository = GitRepository.Init();
        repository.Write("vpn.md", "# VPN\n\nFirst words.").Commit(message: "First");
        await using var site = await new TestSite().StartAsync(
            $"--Content:Source={repository.Path}", $"--Content:HookSecret={Secret}", "--Content:Refresh=1.00:00:00");
        Assert.Contains("First words.", await site.Client.GetStringAsync("/articles/vpn"), StringComparison.Ordinal);

        repository.Write("vpn.md", "# VPN\n\nSecond words about quokkas.").Commit(message: "Second");
        (await site.Client.SendAsync(Hook("X-Gitlab-Token", Secret))).Dispose();
        await Eventually.HoldsAsync(async () => (await site.Client.GetStringAsync("/articles/vpn")).Contains("Second words", StringComparison.Ordinal));
        Assert.Contains("\"total\":1", await site.Client.GetStringAsync("/api/v1/search?q=quokkas"), StringComparison.Ordinal);

        repository.Write("vpn.md", "---\n{\n---\n# Broken").Write("new.md", "# Fresh").Commit(message: "Third");
        (await site.Client.SendAsync(Hook("X-Gitlab-Token", Secret))).Dispose();
        await Eventually.HoldsAsync(async () => (await site.Client.GetAsync("/articles/new")).IsSuccessStatusCode);
        Assert.Contains("Second words", await site.Client.GetStringAsync("/articles/vpn"), StringComparison.Ordinal);
        Assert.Contains(site.Services.GetRequiredService<PublishingStatus>().Findings, finding => finding is { Path: "vpn.md", Rule: "front-matter" });
    }

    [Fact]
    public async Task When_the_repository_is_away_the_old_library_stays_and_the_desk_is_told()
    {
        using var repository = GitRepository.Init();
        repository.Write("a.md", "# A").Commit(message: "First");
        await using var site = await new TestSite().StartAsync($"--Content:Source={repository.Path}", $"--Content:HookSecret={Secret}", "--Content:Refresh=1.00:00:00");
        Directory.Move(Path.Combine(repository.Path, ".git"), Path.Combine(repository.Path, "away"));
        (await site.Client.SendAsync(Hook("X-Gitlab-Token", Secret))).Dispose();
        var status = site.Services.GetRequiredService<PublishingStatus>();
        await Eventually.HoldsAsync(() => Task.FromResult(status.LastFailure is not null));
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/articles/a")).StatusCode);
        Assert.Contains(status.LastFailure ?? "?", WebUtility.HtmlDecode(await site.Client.GetStringAsync("/desk/content")), StringComparison.Ordinal);
    }
}
