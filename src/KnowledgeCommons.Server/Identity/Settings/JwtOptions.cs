using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Identity;

/// <summary>A signed token that comes with every request: a bearer token, or the assertion of a proxy such as Cloudflare Access.</summary>
internal sealed class JwtOptions
{
    public string Header { get; set; } = "Authorization";
    public string Issuer { get; set; } = "";
    public string[] Audience { get; set; } = [];

    /// <summary>The key set's address; when not set, the issuer's discovery document names it.</summary>
    public string? Keys { get; set; }

    public string AccountClaim { get; set; } = "sub";
    public string NameClaim { get; set; } = "name";
    public string GroupsClaim { get; set; } = "groups";

    /// <summary>Where the proxy signs people out; no link when not set.</summary>
    public string? SignOutUrl { get; set; }

    public IEnumerable<ValidationResult> Check()
    {
        if (!SafeAddress.IsSafe(Issuer)) yield return new ValidationResult("must be the issuer's https address, exactly as in its tokens", ["Jwt:Issuer"]);
        if (!Audience.Any(name => name.Trim().Length > 0)) yield return new ValidationResult("must name the audience that tokens for this site have", ["Jwt:Audience"]);
        if (Keys is not null && !SafeAddress.IsSafe(Keys)) yield return new ValidationResult("must be an https address", ["Jwt:Keys"]);
        if (Header.Trim().Length == 0) yield return new ValidationResult("must name a header", ["Jwt:Header"]);
    }
}
