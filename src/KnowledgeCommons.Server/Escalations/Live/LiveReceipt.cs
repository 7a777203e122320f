using System.Globalization;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// A receipt's server-sent events. They say only that something is new, by how many entries the timeline has; the page is then read again.
/// A comment every 20 seconds keeps proxies from closing the line and finds out who has left.
/// </summary>
internal sealed class LiveReceipt(Cases cases, OpenReceipts news, IHostApplicationLifetime site, TimeProvider time)
{
    private const string EventStream = "text/event-stream";
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(3);

    public async Task<IResult> OpenAsync(string token, HttpContext http, CancellationToken cancel)
    {
        if (await cases.FindByTokenAsync(token, cancel) is not { } story) return TypedResults.NotFound();
        // Listening begins before the first look, so that nothing falls in between.
        if (news.Watch(story.Case.Id) is not { } watch) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        using (watch)
        using (var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, site.ApplicationStopping))
        {
            http.Response.ContentType = EventStream;
            http.Response.Headers["X-Accel-Buffering"] = "no";
            await TellAsync(http, story.Case.Id, Seen(http.Request), watch, ending.Token);
        }
        return TypedResults.Empty;
    }

    private async Task TellAsync(HttpContext http, string caseId, long? seen, CaseWatch watch, CancellationToken ending)
    {
        try
        {
            await http.Response.WriteAsync($"retry: {ComeBackAfter.TotalMilliseconds:0}\n\n", ending);
            while (true)
            {
                var entries = await cases.CountEntriesAsync(caseId, ending);
                await http.Response.WriteAsync(entries == seen ? ": still here\n\n" : $"id: {entries}\nevent: change\ndata: {entries}\n\n", ending);
                await http.Response.Body.FlushAsync(ending);
                seen = entries;
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
    private static long? Seen(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var last) ? last
        : long.TryParse(request.Query["seen"], CultureInfo.InvariantCulture, out var shown) ? shown
        : null;
}
