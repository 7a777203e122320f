using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Publishing;

internal sealed class ContentOptions : IValidatableObject
{
    /// <summary>A folder, a local git repository (bare or not), or a git URL.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "must name a folder or a git repository")]
    public string Source { get; set; } = "articles";

    /// <summary>The branch to publish; main, or the repository's own HEAD, when not set.</summary>
    public string? Branch { get; set; }

    /// <summary>The folder of the repository that holds the articles; the whole tree when not set.</summary>
    public string? Folder { get; set; }

    /// <summary>How often git is asked for news; folders are watched.</summary>
    public TimeSpan Refresh { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The secret that the forge signs its calls of POST /hooks/git with; without it they are refused.</summary>
    public string? HookSecret { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Refresh < TimeSpan.FromSeconds(1) || Refresh > TimeSpan.FromDays(1))
            yield return new ValidationResult("must be a time from 00:00:01 to 1.00:00:00", [nameof(Refresh)]);
        if (HookSecret is { Length: < 8 })
            yield return new ValidationResult("must have at least 8 characters", [nameof(HookSecret)]);
    }
}
