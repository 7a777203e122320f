using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>Somebody else's server that takes nothing, and says back all that it was sent.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _calls;

    private EchoServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();
    public int Calls => Volatile.Read(ref _calls);

    public static async Task<EchoServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new EchoServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // What signs a caller in comes first, since only the beginning is quoted.
    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _calls);
        var headers = http.Request.Headers.OrderBy(header => header.Key is "Authorization" or "PRIVATE-TOKEN" ? 0 : 1).Select(header => $"{header.Value}");
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain";
        await http.Response.WriteAsync($"{http.Request.Path} {string.Join(' ', headers)}");
    }
}
