using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeCommons.Tests.Reading;

namespace KnowledgeCommons.Tests.Audiences;

/// <summary>A site behind a sign-in proxy, in which some articles and parts are for some people only, and what it answers each of them, byte for byte.</summary>
internal sealed partial class GuardedSite : IAsyncDisposable
{
    private static readonly string[] Volatile = ["Date", "Set-Cookie", "Transfer-Encoding"];
    private readonly TestSite _site = new();
    private HttpClient _client = new();

    public TestSite Site => _site;

    public GuardedSite Write(IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files) _site.Write(path, text);
        return this;
    }

    public async Task<GuardedSite> StartAsync()
    {
        await _site.PublishedAsync(
            "--Identity:Mode=Proxy", "--Identity:AnonymousReading=true", "--Identity:Proxy:Addresses:0=127.0.0.0/8", "--Site:BaseUrl=https://kb.example",
            "--Identity:Roles:Technician:0=it-support", "--Identity:Roles:Owner:0=kb-owners", "--Identity:Roles:OwnerOf:open:0=open-writers", "--Identity:Roles:Administrator:0=kb-admins");
        return Connected();
    }

    /// <summary>Over the same folders.</summary>
    public async Task StartAgainAsync()
    {
        await _site.KillAsync();
        await _site.StartAgainAsync();
        Connected();
    }

    private GuardedSite Connected()
    {
        _client.Dispose();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 16 }) { BaseAddress = _site.Client.BaseAddress };
        return this;
    }

    /// <summary>The whole answer, status and headers too, without what differs between two answers to the same question: the time, new cookies, random ids.</summary>
    public async Task<string> AskAsync(Somebody who, string method, string address, string? form = null)
    {
        using var answer = await SendAsync(who, method, address, form);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !Volatile.Contains(header.Key)).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var said = $"{(int)answer.StatusCode}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n\n{Encoding.Latin1.GetString(IsEndless(answer) ? [] : await answer.Content.ReadAsByteArrayAsync())}";
        return Once().Replace(said, "…");
    }

    public async Task<HttpStatusCode> StatusAsync(Somebody who, string address)
    {
        using var answer = await SendAsync(who, "GET", address, form: null);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> SendAsync(Somebody who, string method, string address, string? form)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (who.Name is { } name)
        {
            request.Headers.Add("Remote-User", name);
            request.Headers.Add("Remote-Groups", string.Join(',', who.Groups));
        }
        if (form is not null) request.Content = new StringContent(form, Encoding.UTF8, form.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded");
        // A live page never ends; its headers say enough.
        return await _client.SendAsync(request, address.EndsWith("/live", StringComparison.Ordinal) ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead);
    }

    private static bool IsEndless(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType == "text/event-stream";

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    // The port, ids of searches, form fields that are sent once, the moment at which a form was shown, tokens of receipts, trace ids of problems.
    [GeneratedRegex("""[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=value=")[A-Za-z0-9_-]{22}(?=")|[0-9]{13}\.[A-Za-z0-9_-]{22}|(?<=/receipts/)[fcsnw][A-Za-z0-9_-]{22}|(?<="traceId":")[^"]+|(?<=127\.0\.0\.1:)\d+""")]
    private static partial Regex Once();
}
