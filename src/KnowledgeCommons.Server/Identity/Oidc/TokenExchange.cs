using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Turns the code of a callback into tokens, at the provider itself.</summary>
internal sealed class TokenExchange(IOptions<IdentityOptions> options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly OidcOptions _oidc = options.Value.Oidc;
    private readonly HttpClient _client = IssuerTalk.NewClient(Patience);

    /// <summary>The id token and the access token; null, with why (a key below signin.refused), when the provider gives none.</summary>
    public async Task<(string? IdToken, string? AccessToken, string Why)> RedeemAsync(string tokenUrl, string code, string verifier, string redirectUrl, CancellationToken cancel)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, tokenUrl) { Content = new FormUrlEncodedContent(FieldsOf(code, verifier, redirectUrl)) };
        if (_oidc is { ClientSecret: { Length: > 0 } secret, ClientAuthentication: "basic" })
            ask.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Form(_oidc.ClientId)}:{Form(secret)}")));
        try
        {
            using var answer = await _client.SendAsync(ask, cancel);
            if ((int)answer.StatusCode >= StatusCodes.Status500InternalServerError) return (null, null, "unreachable");
            if (!answer.IsSuccessStatusCode) return (null, null, "code");
            using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            return (said.RootElement.Text("id_token"), said.RootElement.Text("access_token"), "code");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException || (failure is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return (null, null, "unreachable");
        }
    }

    /// <summary>What the provider says of the person beside the id token; null when it does not answer.</summary>
    public async Task<JsonElement?> AboutAsync(string userUrl, string accessToken, CancellationToken cancel)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, userUrl);
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        try
        {
            using var answer = await _client.SendAsync(ask, cancel);
            if (!answer.IsSuccessStatusCode) return null;
            using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            return said.RootElement.ValueKind == JsonValueKind.Object ? said.RootElement.Clone() : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private IEnumerable<KeyValuePair<string, string>> FieldsOf(string code, string verifier, string redirectUrl)
    {
        yield return new("grant_type", "authorization_code");
        yield return new("code", code);
        yield return new("redirect_uri", redirectUrl);
        yield return new("code_verifier", verifier);
        var secret = string.IsNullOrEmpty(_oidc.ClientSecret) ? null : _oidc.ClientSecret;
        if (secret is not null && _oidc.ClientAuthentication == "basic") yield break;
        yield return new("client_id", _oidc.ClientId);
        if (secret is not null) yield return new("client_secret", secret);
    }

    // RFC 6749, 2.3.1: both parts are written as in a form.
    private static string Form(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
