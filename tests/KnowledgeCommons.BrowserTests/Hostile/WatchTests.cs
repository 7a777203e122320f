namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>The tests of hostile content are worth something only if they would notice; and the content policy is there for what they miss.</summary>
[Collection(StoriesCollection.Name)]
public sealed class WatchTests(Chromium browser)
{
    private const string Attack =
        """
        () => {
          document.querySelector('main').insertAdjacentHTML('beforeend',
            '<img src=x onerror=alert(1)><img src="https://evil.example/pixel.png"><a href="javascript:alert(1)" id="trap">x</a><p style="color:red">x</p>');
          document.head.append(Object.assign(document.createElement('script'), { src: 'https://evil.example/x.js' }));
          document.getElementById('trap').click();
        }
        """;

    [Fact]
    public async Task The_watch_notices_what_runs_leaves_or_could()
    {
        await using var site = await new LiveSite().Write("a.md", "# A").StartAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Desktop, bypassPolicy: true);
        await reader.OpenAsync("/articles/a");
        await reader.Page.EvaluateAsync(Attack);
        await reader.Page.WaitForTimeoutAsync(300);
        var faults = string.Join('\n', await Inspection.FaultsAsync(reader, "a"));
        foreach (var noticed in (string[])["dialog alert", "request to https://evil.example/pixel.png", "request to https://evil.example/x.js", "event handler: <img", "scheme javascript:", "style: <p", "script: <script"])
            Assert.Contains(noticed, faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_content_policy_alone_stops_what_would_run_or_leave()
    {
        await using var site = await new LiveSite().Write("a.md", "# A").StartAsync();
        await using var reader = await browser.VisitAsync(site, Screen.Desktop);
        foreach (var page in (string[])["/articles/a", "/", "/not-there", "/help", "/desk"])
        {
            await reader.OpenAsync(page);
            await reader.Page.EvaluateAsync(Attack);
            await reader.Page.WaitForTimeoutAsync(300);
            Assert.Empty(reader.Noted);
        }
    }
}
