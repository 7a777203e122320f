using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Whether a signed token may be believed: signature, algorithm, issuer, audience and time.</summary>
internal sealed class TokenCheck(KnownProvider known, TimeProvider time)
{
    private const int LongestToken = 24 * 1024;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    // Signatures of a key pair only: "none" has none, and HS256 would take the public key for a shared secret.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512
    ];
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };

    public async Task<TokenVerdict> CheckAsync(string token, IEnumerable<string> audiences, CancellationToken cancel)
    {
        if (token.Length > LongestToken || !_handler.CanReadToken(token)) return TokenVerdict.No("unreadable");
        if (await known.NowAsync(cancel) is not { } provider) return TokenVerdict.No("unreachable");
        var result = await ValidateAsync(token, provider, audiences);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await known.RenewedAsync(provider, cancel) is { } renewed && renewed != provider)
            result = await ValidateAsync(token, renewed, audiences);
        return result is { IsValid: true, SecurityToken: JsonWebToken read } ? OnTime(read) : TokenVerdict.No(Why(result.Exception));
    }

    private Task<TokenValidationResult> ValidateAsync(string token, Provider provider, IEnumerable<string> audiences) =>
        _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudiences = audiences,
            IssuerSigningKeys = provider.Keys,
            ValidAlgorithms = Algorithms,
            // Judged below, by the site's own clock.
            ValidateLifetime = false
        });

    private TokenVerdict OnTime(JsonWebToken token)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (token.ValidTo == DateTime.MinValue) return TokenVerdict.No("endless");
        if (token.ValidTo < now - ClockSkew) return TokenVerdict.No("expired");
        return token.ValidFrom > now + ClockSkew || token.IssuedAt > now + ClockSkew ? TokenVerdict.No("early") : new TokenVerdict(token, "");
    }

    private static string Why(Exception? failure) => failure switch
    {
        SecurityTokenInvalidIssuerException => "issuer",
        SecurityTokenInvalidAudienceException => "audience",
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException => "signature",
        _ => "unreadable"
    };
}
