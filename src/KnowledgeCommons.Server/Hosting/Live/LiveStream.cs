namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// A page's server-sent events. They say only that something is new, by the version of what the page shows; the page is then read again.
/// A comment every 20 seconds keeps proxies from closing the line and finds out who has left.
/// </summary>
internal sealed class LiveStream(OpenPages news, IHostApplicationLifetime site, TimeProvider time)
{
    private const string EventStream = "text/event-stream";
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Sends events until the reader leaves or the server stops. <paramref name="page"/> is what <see cref="OpenPages.Tell"/> is told by, <paramref name="version"/>
    /// a short word of letters and digits that is another one when the page would show something else. 503 when more than <paramref name="most"/> listen.
    /// </summary>
    public async Task<IResult> OpenAsync(HttpContext http, string page, int most, Func<CancellationToken, Task<string>> version, CancellationToken cancel)
    {
        // Listening begins before the first look, so that nothing falls in between.
        if (news.Watch(page, most) is not { } watch) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        using (watch)
        using (var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, site.ApplicationStopping))
        {
            http.Response.ContentType = EventStream;
            http.Response.Headers["X-Accel-Buffering"] = "no";
            await TellAsync(http, Seen(http.Request), watch, version, ending.Token);
        }
        return TypedResults.Empty;
    }

    private async Task TellAsync(HttpContext http, string? seen, PageWatch watch, Func<CancellationToken, Task<string>> version, CancellationToken ending)
    {
        try
        {
            await http.Response.WriteAsync($"retry: {ComeBackAfter.TotalMilliseconds:0}\n\n", ending);
            while (true)
            {
                var now = await version(ending);
                await http.Response.WriteAsync(now == seen ? ": still here\n\n" : $"id: {now}\nevent: change\ndata: {now}\n\n", ending);
                await http.Response.Body.FlushAsync(ending);
                seen = now;
                await watch.WaitAsync(Heartbeat, time, ending);
                ending.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader has left or the server stops: the stream ends, and the browser comes back by itself.
        }
    }

    // What the page showed when it was made or, after a break, what its last event was.
    private static string? Seen(HttpRequest request) =>
        request.Headers["Last-Event-ID"] is [{ Length: > 0 } last] ? last : request.Query["seen"] is [{ Length: > 0 } shown] ? shown : null;
}
