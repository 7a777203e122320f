using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Tests;
using KnowledgeCommons.Tests.Sources;
using Xunit.Abstractions;

namespace KnowledgeCommons.BrowserTests.Stories;

[Collection(StoriesCollection.Name)]
public sealed class PushedCommitTests(Chromium browser, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Secret = "a long secret";
    private const string Push = """{"ref":"refs/heads/main"}""";
    private const string OldWords = "Hold the power button for ten seconds.";

    // A test makes no claim about speed; what was measured is printed.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(10);

    private readonly GitRepository _forge = GitRepository.InitBare();
    private readonly GitRepository _author = GitRepository.Init();
    private readonly LiveSite _site = new();

    public async Task InitializeAsync()
    {
        PushFile("devices/screen-dark.md", $"# The screen stays dark\n\n{OldWords}\n");
        // Only the hook wakes the site: its own look comes long after the test.
        await _site.StartAsync($"--Content:Source={_forge.Path}", $"--Content:HookSecret={Secret}", "--Content:Refresh=12:00:00");
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _author.Dispose();
        _forge.Dispose();
    }

    [Fact]
    public async Task A_pushed_article_is_there_and_found_right_after_the_hook()
    {
        await using var reader = await browser.VisitAsync(_site, Screen.Phone);
        Assert.Equal(404, await reader.OpenAsync("/articles/devices/mouse-jumps"));
        PushFile("devices/mouse-jumps.md", "# The mouse pointer jumps\n\nClean the sensor with a dry cloth.\n");

        var since = Stopwatch.GetTimestamp();
        Assert.Equal(HttpStatusCode.Accepted, await KnockAsync(SignatureOf(Secret)));
        await Eventually.HoldsAsync(async () => await reader.OpenAsync("/articles/devices/mouse-jumps") == 200);
        var visible = Stopwatch.GetElapsedTime(since);
        await reader.AssertHeadingAsync("The mouse pointer jumps");
        await reader.OpenAsync("/search?q=pointer+jumps+sensor");
        await Assertions.Expect(reader.Page.Locator(".hit h2")).ToHaveTextAsync(["The mouse pointer jumps"]);
        var found = Stopwatch.GetElapsedTime(since);

        output.WriteLine($"After the hook: visible in {visible.TotalMilliseconds:F0} ms, found by search in {found.TotalMilliseconds:F0} ms.");
        Assert.InRange(found, TimeSpan.Zero, Generous);
    }

    [Fact]
    public async Task A_pushed_broken_article_leaves_its_old_version_up_and_is_listed_on_the_desk()
    {
        _author.Write("devices/screen-dark.md", [.. "# Broken \n\n"u8, 0xC3, 0x28, 0xFF, .. "\n"u8]);
        PushFile("devices/late-comer.md", "# A late comer\n\nIt came with the broken one.\n");
        Assert.Equal(HttpStatusCode.Accepted, await KnockAsync(SignatureOf(Secret)));

        await using var reader = await browser.VisitAsync(_site, Screen.Desktop);
        await Eventually.HoldsAsync(async () => await reader.OpenAsync("/articles/devices/late-comer") == 200);
        Assert.Equal(200, await reader.OpenAsync("/articles/devices/screen-dark"));
        await reader.AssertHeadingAsync("The screen stays dark");
        await reader.AssertShowsAsync(OldWords);
        await reader.OpenAsync("/search?q=screen+dark+power+button");
        await Assertions.Expect(reader.Page.Locator(".hit h2").First).ToHaveTextAsync("The screen stays dark");

        await reader.OpenAsync("/desk/content");
        var finding = reader.Page.Locator("li.card").Filter(new() { HasText = "devices/screen-dark.md" });
        await Assertions.Expect(finding).ToHaveCountAsync(1);
        output.WriteLine(await finding.InnerTextAsync());
    }

    [Fact]
    public async Task A_hook_with_a_wrong_signature_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await KnockAsync(SignatureOf("another secret")));
        Assert.Equal(HttpStatusCode.Unauthorized, await KnockAsync(signature: null));
    }

    private void PushFile(string path, string text)
    {
        _author.Write(path, text).Commit();
        _author.Push(_forge);
    }

    private async Task<HttpStatusCode> KnockAsync(string? signature)
    {
        using var forge = new HttpClient { BaseAddress = new Uri(_site.Url) };
        using var hook = new HttpRequestMessage(HttpMethod.Post, "/hooks/git") { Content = new StringContent(Push, Encoding.UTF8, "application/json") };
        if (signature is not null) hook.Headers.Add("X-Hub-Signature-256", signature);
        using var answer = await forge.SendAsync(hook);
        return answer.StatusCode;
    }

    private static string SignatureOf(string secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Push)));
}
