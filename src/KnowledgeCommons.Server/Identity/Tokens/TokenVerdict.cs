using Microsoft.IdentityModel.JsonWebTokens;

namespace KnowledgeCommons.Server.Identity;

/// <summary>A token that is believed, or why it is not: a key below signin.refused in the theme's texts.</summary>
internal sealed record TokenVerdict(JsonWebToken? Token, string Why)
{
    public static TokenVerdict No(string why) => new(null, why);
}
