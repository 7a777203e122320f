using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Reads what an issuer publishes, and believes nothing of it that does not fit: another issuer's name, unsafe addresses, endless or slow documents.</summary>
internal sealed class ProviderDocuments : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly HttpClient _client = IssuerTalk.NewClient(Patience);

    /// <summary>The provider, or a sentence for the operator that says what is wrong.</summary>
    public async Task<(Provider? Found, string? Wrong)> ReadAsync(ProviderPlace place)
    {
        try
        {
            if (place.Keys is { } keys) return (new Provider(place.Issuer, await KeysAsync(keys)), null);
            using var document = JsonDocument.Parse(await _client.GetStringAsync(place.Discovery));
            return await OfAsync(place, document.RootElement);
        }
        catch (TaskCanceledException)
        {
            return (null, $"{place.Issuer} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return (null, $"What {place.Issuer} publishes about itself could not be read: {failure.Message}");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<(Provider?, string?)> OfAsync(ProviderPlace place, JsonElement said)
    {
        if (said.ValueKind != JsonValueKind.Object) return (null, $"The discovery document of {place.Issuer} is no object.");
        var issuer = said.Text("issuer");
        if (issuer != place.Issuer) return (null, $"The discovery document at {place.Discovery} belongs to another issuer: {issuer}.");
        string[] addresses = ["jwks_uri", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "end_session_endpoint"];
        if (addresses.FirstOrDefault(name => said.Text(name) is { } address && !SafeAddress.IsSafe(address)) is { } unsafeOne)
            return (null, $"The discovery document of {place.Issuer} has no https address as {unsafeOne}.");
        if (said.Text("jwks_uri") is not { } keys) return (null, $"The discovery document of {place.Issuer} names no keys.");
        return (new Provider(issuer, await KeysAsync(keys))
        {
            AuthorizeUrl = said.Text("authorization_endpoint"),
            TokenUrl = said.Text("token_endpoint"),
            UserUrl = said.Text("userinfo_endpoint"),
            SignOutUrl = said.Text("end_session_endpoint")
        }, null);
    }

    private async Task<IReadOnlyList<SecurityKey>> KeysAsync(string address)
    {
        var keys = new JsonWebKeySet(await _client.GetStringAsync(address)).GetSigningKeys().Where(key => key is not SymmetricSecurityKey).ToList();
        return keys.Count > 0 ? keys : throw new FormatException($"{address} holds no key to check signatures with.");
    }
}
