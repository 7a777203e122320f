using System.ComponentModel.DataAnnotations;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Health;

/// <summary>The settings of tickets that come from elsewhere.</summary>
internal sealed class ContactOptions : IValidatableObject
{
    /// <summary>The secret that programs send with POST /api/v1/contacts, or "sha256:" and its hash in hexadecimal digits; none: such calls find nothing.</summary>
    public string? Token { get; set; }

    /// <summary>The time zone of dates that name none; the site's when not set.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Addresses of people whose tickets, cases, answers and readings do not count (staff, tests), whole domains as "@example.com".</summary>
    public string[] Staff { get; set; } = [];

    /// <summary>How long the words of a ticket are kept after attribution is done with them.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00", ErrorMessage = "must be between 0 and 3650 days")]
    public TimeSpan KeepText { get; set; } = TimeSpan.FromDays(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"is not a time zone known here: {TimeZone}", [nameof(TimeZone)]);
        if (Token is not null && !ApiToken.IsUsable(Token))
            yield return new ValidationResult(ApiToken.Rule, [nameof(Token)]);
    }
}
