using System.Net;

namespace KnowledgeCommons.Tests;

/// <summary>The server-sent events of a page, line by line.</summary>
internal static class LiveLines
{
    public static async Task<StreamReader> OpenAsync(TestSite site, string address, string? lastEvent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEvent is not null) request.Headers.Add("Last-Event-ID", lastEvent);
        var answer = await site.NewReader().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("retry: 3000", await NextAsync(lines));
        return lines;
    }

    /// <summary>The next line that is not empty.</summary>
    public static async Task<string> NextAsync(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        string? line;
        while ((line = await lines.ReadLineAsync(patience.Token)) is "")
        {
        }
        return line ?? "(the end)";
    }

    public static async Task<string[]> EventAsync(StreamReader lines) => [await NextAsync(lines), await NextAsync(lines), await NextAsync(lines)];
}
