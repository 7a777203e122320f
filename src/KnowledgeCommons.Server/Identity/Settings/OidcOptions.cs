using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Identity;

/// <summary>An OpenID Connect provider: Entra ID, Okta, Keycloak, Google …</summary>
internal sealed class OidcOptions
{
    /// <summary>The issuer; its discovery document lies below it.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";
    public string? ClientSecret { get; set; }

    /// <summary>How the secret is sent: basic or post.</summary>
    public string ClientAuthentication { get; set; } = "basic";

    public string Scopes { get; set; } = "openid profile";
    public string AccountClaim { get; set; } = "sub";
    public string NameClaim { get; set; } = "name";
    public string GroupsClaim { get; set; } = "groups";

    public IEnumerable<ValidationResult> Check()
    {
        if (!SafeAddress.IsSafe(Authority)) yield return new ValidationResult("must be the provider's https address", ["Oidc:Authority"]);
        if (string.IsNullOrWhiteSpace(ClientId)) yield return new ValidationResult("must be the id under which the provider knows this site", ["Oidc:ClientId"]);
        if (ClientAuthentication is not ("basic" or "post")) yield return new ValidationResult("must be basic or post", ["Oidc:ClientAuthentication"]);
        if (!Scopes.Split(' ').Contains("openid")) yield return new ValidationResult("must hold openid", ["Oidc:Scopes"]);
    }
}
