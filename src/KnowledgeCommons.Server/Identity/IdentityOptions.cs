using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Identity;

internal sealed class IdentityOptions
{
    /// <summary>Local: anyone reads; the desk answers this machine only.</summary>
    [AllowedValues("Local", ErrorMessage = "must be Local")]
    public string Mode { get; set; } = "Local";

    /// <summary>The key under which addresses of people become hashes, at least 16 characters; none: a random one in the data folder.</summary>
    [MinLength(16, ErrorMessage = "must have at least 16 characters")]
    public string? PersonKey { get; set; }
}
