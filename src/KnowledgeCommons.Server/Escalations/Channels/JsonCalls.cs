using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Calls one system by JSON over HTTP: within its time-out, at its own address only (no redirect is followed), with at most 1 MB of answer. The
/// sentences of failures name neither the address's path nor a secret.
/// </summary>
internal sealed class JsonCalls(ChannelSettings settings, TimeProvider time, AuthenticationHeaderValue? signIn = null) : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;
    private const int LongestQuote = 200;

    // Such as /api/v2; the address of a webhook is longer, and all that it takes to send there.
    private const int LongestPlainPath = 16;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5)
    })
    {
        MaxResponseContentBufferSize = LargestAnswer,
        Timeout = System.Threading.Timeout.InfiniteTimeSpan
    };

    public string Host => Home.Host;

    // Checked at start-up: every kind needs an address.
    private Uri Home => new(settings.Url!);

    /// <summary>The media type of what is sent, for the few systems that want one of their own.</summary>
    public string Sent { get; init; } = MediaTypeNames.Application.Json;

    /// <summary>Basic sign-in.</summary>
    public static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    /// <summary>Asks for data: an answer that is not JSON is a failure. <paramref name="path"/> is appended to the address; null for the address itself.</summary>
    public Task<Reply> AskAsync(HttpMethod method, string? path, JsonNode? body, CancellationToken cancel, params IEnumerable<(string Name, string Value)> headers) =>
        CallAsync(method, path, body?.ToJsonString(), headers, Understood, cancel);

    /// <summary>Sends something and needs no data back; a page in HTML is a failure all the same.</summary>
    public Task<Reply> SendAsync(string? path, string body, CancellationToken cancel, params IEnumerable<(string Name, string Value)> headers) =>
        CallAsync(HttpMethod.Post, path, body, headers, Taken, cancel);

    public void Dispose() => _client.Dispose();

    private async Task<Reply> CallAsync(HttpMethod method, string? path, string? body, IEnumerable<(string Name, string Value)> headers,
        Func<string, string?, Reply> read, CancellationToken cancel)
    {
        using var tooLong = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(method, path is null ? Home : new Uri(settings.Url!.TrimEnd('/') + path));
            request.Headers.Authorization = signIn;
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
            request.Headers.UserAgent.ParseAdd("KnowledgeCommons/1");
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, Sent);
            using var answer = await _client.SendAsync(request, either.Token);
            var text = await answer.Content.ReadAsStringAsync(either.Token);
            return answer.IsSuccessStatusCode ? read(text, answer.Content.Headers.ContentType?.MediaType) : Judge(answer, text);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Later($"{Host} did not answer within {settings.Timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return Later($"{Host} could not be reached: {broken.GetBaseException().Message}");
        }
    }

    private Reply Judge(HttpResponseMessage answer, string text) => answer.StatusCode switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => Later($"{Host} is busy ({(int)answer.StatusCode}).", answer, Asked(answer)),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            Later($"{Host} does not let us in ({(int)answer.StatusCode}): check the user, the token and what they may do.", answer),
        HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => Later($"{Host} answered {(int)answer.StatusCode}.", answer),
        < HttpStatusCode.BadRequest => Later($"{Host} sends us elsewhere ({(int)answer.StatusCode}): check the address.", answer),
        _ => new Reply.Failed(new Delivery.Refused($"{Host} refused it ({(int)answer.StatusCode}){Quote(answer, text)}"), answer.StatusCode)
    };

    private Reply Understood(string text, string? type)
    {
        try
        {
            if (JsonNode.Parse(text, documentOptions: Strict) is { } data and (JsonObject or JsonArray)) return new Reply.Ok(data);
        }
        catch (JsonException)
        {
            // Said below: a proxy's sign-in page looks like this.
        }
        return Later($"{Host} answered with something that is not data{(IsPage(text, type) ? ", but a page" : "")}.");
    }

    private Reply Taken(string text, string? type) => IsPage(text, type) ? Later($"{Host} answered with a page instead of taking it.") : new Reply.Ok(new JsonObject());

    private static bool IsPage(string text, string? type) => type == MediaTypeNames.Text.Html || text.TrimStart().StartsWith('<');

    private TimeSpan? Asked(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null
    };

    private static Reply.Failed Later(string reason, HttpResponseMessage? answer = null, TimeSpan? after = null) =>
        new(new Delivery.TryLater(reason, after), answer?.StatusCode);

    private string Quote(HttpResponseMessage answer, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType == MediaTypeNames.Text.Html) return ".";
        var line = string.Concat(WithoutSecrets(text).Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length == 0 ? "." : $": {(line.Length > LongestQuote ? line[..LongestQuote] + "…" : line)}";
    }

    // Some systems repeat in what they say of a mistake what was sent to them.
    private string WithoutSecrets(string text)
    {
        var path = Home.AbsolutePath.Length > LongestPlainPath ? Home.AbsolutePath : null;
        foreach (var secret in ((string?[])[signIn?.Parameter, settings.Token, settings.Secret, settings.HookSecret, path]).Where(secret => !string.IsNullOrEmpty(secret)))
            text = text.Replace(secret ?? "", "…", StringComparison.Ordinal);
        return text;
    }
}
