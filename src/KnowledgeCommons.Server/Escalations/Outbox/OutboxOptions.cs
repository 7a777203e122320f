using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Escalations;

internal sealed class OutboxOptions : IValidatableObject
{
    /// <summary>How long a message is tried before the desk is told that it could not be delivered.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Whether a made-up case goes through every channel once a day.</summary>
    public bool DailyCheck { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (GiveUpAfter < TimeSpan.FromMinutes(1) || GiveUpAfter > TimeSpan.FromDays(60))
            yield return new ValidationResult("must be between a minute and 60 days", [nameof(GiveUpAfter)]);
    }
}
