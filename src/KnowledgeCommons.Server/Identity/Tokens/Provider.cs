using Microsoft.IdentityModel.Tokens;

namespace KnowledgeCommons.Server.Identity;

/// <summary>What an issuer says about itself: its keys and, where people sign in there, its addresses.</summary>
internal sealed record Provider(string Issuer, IReadOnlyList<SecurityKey> Keys)
{
    public string? AuthorizeUrl { get; init; }
    public string? TokenUrl { get; init; }
    public string? UserUrl { get; init; }
    public string? SignOutUrl { get; init; }
}
