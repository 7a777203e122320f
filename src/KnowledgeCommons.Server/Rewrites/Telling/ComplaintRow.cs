using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>One thing that somebody told us about an article, as read from answers, cases and wishes to hear.</summary>
internal sealed record ComplaintRow
{
    public string Reader { get; init; } = "";
    public string TokenHash { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string? Words { get; init; }
    public SealedAddress? Mail { get; init; }
    public bool WantsCall { get; init; }
}
