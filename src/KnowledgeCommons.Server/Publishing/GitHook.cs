using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>
/// POST /hooks/git: the forge says that something was pushed. The body is not trusted for anything; it only has to be signed.
/// GitHub, Gitea and Forgejo sign the body (HMAC-SHA256); GitLab sends the secret itself; Azure DevOps sends it as a basic password.
/// </summary>
internal static class GitHook
{
    private const int LargestBody = 1024 * 1024;

    public static async Task<Results<Accepted, NotFound, UnauthorizedHttpResult, StatusCodeHttpResult>> Receive(
        HttpRequest request, IOptions<ContentOptions> options, ContentSource source, CancellationToken cancel)
    {
        if (options.Value.HookSecret is not { } secret) return TypedResults.NotFound();
        if (await LimitedBody.ReadAsync(request.Body, LargestBody, cancel) is not { } body) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!IsSigned(request.Headers, body, secret)) return TypedResults.Unauthorized();
        source.Wake();
        return TypedResults.Accepted((string?)null);
    }

    private static bool IsSigned(IHeaderDictionary headers, byte[] body, string secret)
    {
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return SharedSecret.Fits(headers["X-Hub-Signature-256"], "sha256=" + digest)
            || SharedSecret.Fits(headers["X-Gitea-Signature"], digest)
            || SharedSecret.Fits(headers["X-Forgejo-Signature"], digest)
            || SharedSecret.Fits(headers["X-Gitlab-Token"], secret)
            || SharedSecret.Fits(BasicPassword(headers.Authorization.ToString()), secret);
    }

    private static string? BasicPassword(string authorization)
    {
        const string scheme = "Basic ";
        var bytes = new byte[authorization.Length];
        if (!authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(authorization[scheme.Length..], bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.IndexOf(':') is >= 0 and var colon ? pair[(colon + 1)..] : null;
    }
}
