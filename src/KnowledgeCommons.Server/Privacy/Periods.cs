using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Health;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>How long the settings keep things.</summary>
internal sealed class Periods(IOptions<PrivacyOptions> privacy, IOptions<HealthOptions> health, IOptions<ContactOptions> contacts, IOptions<AbuseOptions> abuse)
{
    public TimeSpan Of(Period period) => period switch
    {
        Period.Over => TimeSpan.Zero,
        Period.Day => TimeSpan.FromDays(1),
        Period.RareSearches => privacy.Value.RareSearches,
        Period.Searches => privacy.Value.Searches,
        Period.LearntSearches => privacy.Value.LearntSearches,
        Period.Readings => health.Value.KeepReadings,
        Period.Answers => privacy.Value.Answers,
        Period.ClosedCases => privacy.Value.ClosedCases,
        Period.Held => abuse.Value.KeepHeld,
        Period.Messages => privacy.Value.Messages,
        Period.TicketWords => contacts.Value.KeepText,
        Period.Tickets => privacy.Value.Tickets,
        Period.Work => privacy.Value.Work,
        Period.Audit => privacy.Value.Audit,
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, null)
    };
}
