namespace KnowledgeCommons.Server.Identity;

/// <summary>Where an issuer's keys are: at <paramref name="Keys"/>, or named by its discovery document when that is null.</summary>
internal sealed record ProviderPlace(string Issuer, string? Keys)
{
    public string Discovery => Issuer.TrimEnd('/') + "/.well-known/openid-configuration";
}
