namespace KnowledgeCommons.BrowserTests;

/// <summary>One browser for all tests of a collection: the one that CHROMIUM names, else Debian's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync"
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>
    /// Somebody new: no cookies, nothing kept. <paramref name="bypassPolicy"/> switches the content policy off, to see whether a page is harmless
    /// without it.
    /// </summary>
    internal async Task<Visitor> VisitAsync(LiveSite site, Screen screen, bool scripts = true, bool bypassPolicy = false)
    {
        var browser = _browser ?? throw new InvalidOperationException("The browser was not started.");
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Url,
            ViewportSize = screen.Viewport,
            JavaScriptEnabled = scripts,
            BypassCSP = bypassPolicy,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "UTC"
        });
        return await Visitor.ArriveAsync(context, [site.Url, .. site.AlsoHome]);
    }
}
