using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Tests.Escalations.Channels;

/// <summary>What goes wrong with one call.</summary>
internal enum Trouble { Fails, Busy, Html, Hangs, Drops, TakesAndDrops, SendsElsewhere, LetsNobodyIn, Refuses }

/// <summary>One call as it arrived.</summary>
internal sealed record Call(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode? Json => Text.Length == 0 ? null : JsonNode.Parse(Text);
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}

/// <summary>Somebody else's server on a free loopback port: answers as told by <paramref name="answer"/>, after the troubles that were ordered.</summary>
internal sealed class FakeSystem(Func<Call, string> answer) : IAsyncDisposable
{
    private readonly WebApplication _app = Build();
    private readonly CancellationTokenSource _stop = new();

    public string Url => _app.Urls.First();
    public ConcurrentQueue<Call> Calls { get; } = new();
    public ConcurrentQueue<Trouble> Troubles { get; } = new();

    /// <summary>As long as this is set, every call runs into it.</summary>
    public Trouble? Always { get; set; }

    /// <summary>Called with every call, also with those that run into trouble.</summary>
    public Action Arrived { get; set; } = () => { };

    public string RetryAfter { get; set; } = "7";

    public string ElsewhereUrl { get; set; } = "http://127.0.0.1:9/";

    public async Task<FakeSystem> StartAsync()
    {
        _app.Run(ServeAsync);
        await _app.StartAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private async Task ServeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new Call(http.Request.Method, http.Request.Path + http.Request.QueryString, Copy(http.Request.Headers), await reader.ReadToEndAsync());
        var trouble = Always ?? (Troubles.TryDequeue(out var ordered) ? ordered : null);
        Arrived();
        if (trouble is null or Trouble.TakesAndDrops) Calls.Enqueue(call);
        switch (trouble)
        {
            case Trouble.Fails: await SayAsync(http, 500, "application/json", "{\"error\":\"it broke\"}"); break;
            case Trouble.Busy:
                http.Response.Headers.RetryAfter = RetryAfter;
                await SayAsync(http, 429, "application/json", "{\"ok\":false,\"error\":\"ratelimited\"}");
                break;
            case Trouble.Html: await SayAsync(http, 200, "text/html", "<!DOCTYPE html><title>Sign in</title>"); break;
            case Trouble.LetsNobodyIn: await SayAsync(http, 401, "application/json", "{}"); break;
            case Trouble.Refuses: await SayAsync(http, 400, "application/json", "{\"message\":\"A field is missing\"}"); break;
            case Trouble.SendsElsewhere:
                http.Response.Headers.Location = ElsewhereUrl;
                await SayAsync(http, 307, "text/plain", "");
                break;
            case Trouble.Hangs: await Task.Delay(Timeout.Infinite, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); break;
            case Trouble.TakesAndDrops:
                answer(call);
                http.Abort();
                break;
            case Trouble.Drops: http.Abort(); break;
            default: await SayAsync(http, 200, "application/json", answer(call)); break;
        }
    }

    // The server uses its own again for the next request.
    private static Dictionary<string, string> Copy(IHeaderDictionary headers) =>
        headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    private static Task SayAsync(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text);
    }
}
