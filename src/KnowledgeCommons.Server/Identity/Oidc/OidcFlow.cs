using System.Text.Json;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Signing in at an OpenID Connect provider: authorization code with PKCE.</summary>
internal sealed class OidcFlow(
    KnownProvider known, TokenCheck check, TokenExchange exchange, IDataProtectionProvider protection, IOptions<IdentityOptions> options, IOptions<SiteOptions> site, TimeProvider time)
{
    public const string CallbackPath = "/sign-in/callback";
    private readonly OidcOptions _oidc = options.Value.Oidc;

    /// <summary>The provider's page; null while the provider does not answer.</summary>
    public async Task<string?> BeginAsync(HttpContext context, string returnUrl, CancellationToken cancel)
    {
        if (await known.NowAsync(cancel) is not { AuthorizeUrl: { } page, TokenUrl: not null }) return null;
        var pending = PendingSignIn.Begin(context, returnUrl, protection, time);
        return QueryHelpers.AddQueryString(page, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = _oidc.ClientId,
            ["redirect_uri"] = Here(context, CallbackPath),
            ["scope"] = _oidc.Scopes,
            ["state"] = pending.State,
            ["nonce"] = pending.Nonce,
            ["code_challenge"] = pending.Challenge,
            ["code_challenge_method"] = "S256"
        });
    }

    /// <summary>What a callback brings: a session and where it goes on, or why it is refused (a key below signin.refused).</summary>
    public async Task<(Session? Session, string Then)> FinishAsync(HttpContext context, CancellationToken cancel)
    {
        var query = context.Request.Query;
        if (PendingSignIn.Take(context, query["state"].ToString(), protection, time) is not { } pending) return (null, "state");
        if (query.ContainsKey("error")) return (null, query["error"] == "access_denied" ? "denied" : "provider");
        if (await known.NowAsync(cancel) is not { TokenUrl: { } tokenUrl } provider) return (null, "unreachable");
        // RFC 9207: a code of another provider is not carried to this one.
        if (query["iss"] is [{ } issuer, ..] && issuer != provider.Issuer) return (null, "issuer");
        if (query["code"] is not [{ Length: > 0 } code]) return (null, "code");
        var (idToken, accessToken, why) = await exchange.RedeemAsync(tokenUrl, code, pending.Verifier, Here(context, CallbackPath), cancel);
        if (idToken is null) return (null, why);
        var verdict = await check.CheckAsync(idToken, [_oidc.ClientId], cancel);
        if (verdict.Token is not { } token) return (null, verdict.Why);
        if (!SharedSecret.Fits(Claims.One(token, "nonce"), pending.Nonce)) return (null, "nonce");
        if (Claims.One(token, "azp") is { } party && party != _oidc.ClientId) return (null, "audience");
        if (Claims.IsOfEvent(token) || Claims.One(token, _oidc.AccountClaim) is not { } account) return (null, "nameless");
        return (await SessionOf(token, idToken, account, accessToken, provider, cancel), pending.ReturnUrl);
    }

    /// <summary>The provider's page to sign out; null when it has none.</summary>
    public async Task<string?> SignOutUrlAsync(HttpContext context, Session session, CancellationToken cancel) =>
        await known.NowAsync(cancel) is not { SignOutUrl: { } page } ? null : QueryHelpers.AddQueryString(page, new Dictionary<string, string?>
        {
            ["client_id"] = _oidc.ClientId,
            ["id_token_hint"] = session.IdToken,
            ["post_logout_redirect_uri"] = Here(context, SignOutEndpoints.Url)
        });

    /// <summary>The session, or else the account, that a provider's logout token (back-channel logout 1.0) ends; null when it is not believed.</summary>
    public async Task<(string? ProviderSession, string? Account)?> EndedByAsync(string logoutToken, CancellationToken cancel)
    {
        if ((await check.CheckAsync(logoutToken, [_oidc.ClientId], cancel)).Token is not { } token) return null;
        if (!Claims.IsOfEvent(token) || Claims.One(token, "nonce") is not null) return null;
        var (session, account) = (Claims.One(token, "sid"), Claims.One(token, _oidc.AccountClaim));
        return session is null && account is null ? null : (session, account);
    }

    // Some providers tell groups and names only when they are asked for them.
    private async Task<Session> SessionOf(JsonWebToken token, string idToken, string account, string? accessToken, Provider provider, CancellationToken cancel)
    {
        var (name, groups) = (Claims.One(token, _oidc.NameClaim), Claims.Many(token, _oidc.GroupsClaim));
        if (groups.Count == 0 && accessToken is not null && provider.UserUrl is { } userUrl
            && await exchange.AboutAsync(userUrl, accessToken, cancel) is { } about && about.Text("sub") == token.Subject)
        {
            name ??= about.Text(_oidc.NameClaim);
            groups = GroupsIn(about);
        }
        return new Session(account, name, groups) { ProviderSession = Claims.One(token, "sid"), IdToken = idToken };
    }

    private IReadOnlyList<string> GroupsIn(JsonElement about) => !about.TryGetProperty(_oidc.GroupsClaim, out var groups) ? []
        : groups.ValueKind == JsonValueKind.Array ? [.. groups.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()).OfType<string>()]
        : groups.ValueKind == JsonValueKind.String && groups.GetString() is { } one ? [one] : [];

    private string Here(HttpContext context, string path) => AbsoluteUrl.Of(site.Value, context.Request, path);
}
