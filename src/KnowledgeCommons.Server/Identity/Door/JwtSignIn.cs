using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>A signed token comes with every request, from the browser's proxy or from a program.</summary>
internal sealed class JwtSignIn(IOptions<IdentityOptions> options, TokenCheck check, ILogger<JwtSignIn> log) : ISignIn
{
    private const string Bearer = "Bearer ";
    private readonly JwtOptions _jwt = options.Value.Jwt;
    private readonly RoleOptions _roles = options.Value.Roles;

    public bool HasPages => false;

    public string? SignOutUrl => _jwt.SignOutUrl;

    public async ValueTask<Arrival> WhoAsync(HttpContext context)
    {
        var sent = context.Request.Headers[_jwt.Header];
        if (sent.Count == 0 || sent is [null or ""]) return Arrival.Anonymous;
        if (sent.Count > 1) return Refused("doubled");
        var token = sent.ToString();
        if (token.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) token = token[Bearer.Length..].Trim();
        var verdict = await check.CheckAsync(token, _jwt.Audience, context.RequestAborted);
        if (verdict.Token is not { } read) return Refused(verdict.Why);
        if (Claims.IsOfEvent(read) || Claims.One(read, _jwt.AccountClaim) is not { } account) return Refused("nameless");
        var groups = Claims.Many(read, _jwt.GroupsClaim);
        return new Arrival.Known(Visitor.Of(account, Claims.One(read, _jwt.NameClaim), _roles, groups));
    }

    private Arrival.Refused Refused(string why)
    {
        log.SignInRefused(why);
        return new Arrival.Refused(why == "unreachable" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized, why);
    }
}
