using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Escalations;

internal sealed class PromiseOptions : IValidatableObject
{
    /// <summary>Working time within which a reader gets the next word.</summary>
    public TimeSpan FirstWord { get; set; } = TimeSpan.FromHours(4);

    /// <summary>When a working day (Monday to Friday) begins and ends, in the site's time zone.</summary>
    public TimeOnly From { get; set; } = new(8, 0);

    public TimeOnly To { get; set; } = new(18, 0);

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (FirstWord <= TimeSpan.Zero || FirstWord > TimeSpan.FromDays(30))
            yield return new ValidationResult("must be more than nothing and at most 30 days", [nameof(FirstWord)]);
        if (From >= To)
            yield return new ValidationResult("must be later than Promises:From", [nameof(To)]);
    }
}
