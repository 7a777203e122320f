namespace KnowledgeCommons.BrowserTests;

/// <summary>
/// One person at one browser window. Whatever the window does behind their back is written down: requests to other places, scripts that fail
/// or ask something, windows that open by themselves. Other places are never reached.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly IBrowserContext _context;
    private readonly string[] _homes;
    private readonly List<string> _noted = [];

    private Visitor(IBrowserContext context, IPage page, string[] homes) => (_context, Page, _homes) = (context, page, homes);

    public IPage Page { get; }

    /// <summary>What happened behind the visitor's back, as "what: where, on which page".</summary>
    public IReadOnlyList<string> Noted
    {
        get { lock (_noted) return [.. _noted]; }
    }

    /// <summary>As <see cref="Noted"/>, and starts a new sheet.</summary>
    public IReadOnlyList<string> TakeNoted()
    {
        lock (_noted)
        {
            string[] taken = [.. _noted];
            _noted.Clear();
            return taken;
        }
    }

    /// <param name="homes">The site, and other places that belong to the story.</param>
    public static async Task<Visitor> ArriveAsync(IBrowserContext context, string[] homes)
    {
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var visitor = new Visitor(context, await context.NewPageAsync(), homes);
        await visitor.WatchAsync();
        return visitor;
    }

    /// <summary>Opens an address of the site and gives the status of the answer.</summary>
    public async Task<int> OpenAsync(string address)
    {
        var answer = await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        return answer?.Status ?? throw new InvalidOperationException($"{address} gave no answer.");
    }

    /// <summary>Presses a link or button that leads to another page, and waits until that is there.</summary>
    public async Task FollowAsync(ILocator way)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrived(object? sender, IPage page) => there.TrySetResult();
        Page.DOMContentLoaded += Arrived;
        await way.ClickAsync();
        await there.Task.WaitAsync(Patience);
        Page.DOMContentLoaded -= Arrived;
        await IsLoadedAsync().WaitAsync(Patience);
    }

    // Asked of the page itself: on a busy machine the event may come before anybody waits for it.
    private async Task IsLoadedAsync()
    {
        while (await Page.EvaluateAsync<string>("document.readyState") != "complete") await Task.Delay(20);
    }

    public Task AssertHeadingAsync(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(text);

    public Task AssertShowsAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>Only the site's own cookies, no request to another place, no script that failed or asked.</summary>
    public async Task AssertNothingHappenedBehindTheirBackAsync()
    {
        Assert.Empty(Noted);
        var cookies = await _context.CookiesAsync();
        var host = new Uri(_homes[0]).Host;
        Assert.Empty(from cookie in cookies
                     where !cookie.Name.StartsWith("kc-", StringComparison.Ordinal) || cookie.Domain != host || !cookie.HttpOnly
                     select $"cookie {cookie.Name} of {cookie.Domain}, HttpOnly {cookie.HttpOnly}");
    }

    public void Note(string what)
    {
        lock (_noted) _noted.Add($"{what}, on {Page.Url}");
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task WatchAsync()
    {
        // What the content policy stops does not come this far.
        await _context.RouteAsync(url => !IsHere(url), route =>
        {
            Note($"request to {route.Request.Url}");
            return route.AbortAsync();
        });
        _context.Page += (_, opened) => Note($"window opened: {opened.Url}");
        Page.PageError += (_, failure) => Note($"script failed: {failure}");
        Page.Download += (_, download) => Note($"download: {download.Url}");
        Page.Dialog += async (_, dialog) =>
        {
            Note($"dialog {dialog.Type}: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    private bool IsHere(string url) => _homes.Any(home => url.StartsWith(home + "/", StringComparison.Ordinal)) || url is "about:blank";
}
