using System.Text.Json;

namespace KnowledgeCommons.Server.Identity;

/// <summary>How the site asks an issuer and reads what it says: nothing endless, and no redirects, since a document is at its address or it is not this issuer's.</summary>
internal static class IssuerTalk
{
    private const int LargestAnswer = 512 * 1024;

    public static HttpClient NewClient(TimeSpan patience) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = patience,
        MaxResponseContentBufferSize = LargestAnswer
    };

    /// <summary>A text of an object; null when it is missing or something else.</summary>
    /// <exception cref="InvalidOperationException">What was said is no object.</exception>
    public static string? Text(this JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
