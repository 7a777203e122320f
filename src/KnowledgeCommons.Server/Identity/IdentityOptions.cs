using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Identity;

internal sealed class IdentityOptions
{
    /// <summary>Local: anyone reads; the desk answers this machine only.</summary>
    [AllowedValues("Local", ErrorMessage = "must be Local")]
    public string Mode { get; set; } = "Local";
}
