using System.ComponentModel.DataAnnotations;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Health;

internal sealed class HealthOptions : IValidatableObject
{
    private const double FewestDays = 60;

    /// <summary>The secret of GET /api/v1/health/articles, or "sha256:" and its hash; none: such calls find nothing.</summary>
    public string? Token { get; set; }

    /// <summary>How long single readings are kept; their sums per article and day stay.</summary>
    public TimeSpan KeepReadings { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Minutes of work that one spared contact saves the service desk and the person who asks.</summary>
    [Range(0, 10_000, ErrorMessage = "must be between 0 and 10000 minutes")]
    public double AgentMinutes { get; set; } = 15;

    [Range(0, 10_000, ErrorMessage = "must be between 0 and 10000 minutes")]
    public double RequesterMinutes { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Token is not null && !ApiToken.IsUsable(Token)) yield return new ValidationResult(ApiToken.Rule, [nameof(Token)]);
        if (KeepReadings.TotalDays < FewestDays) yield return new ValidationResult("must be 60 days or more: contacts are joined to what was read before", [nameof(KeepReadings)]);
    }
}
