namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Where an article stands, and what its way there forbids or asks for. Days are day numbers; 0 is never.</summary>
internal sealed record Standing
{
    public static readonly Standing Start = new();

    public HealthState State { get; init; } = HealthState.NotEnoughEvidence;
    public int Since { get; init; }

    /// <summary>No flag before this day, because the owner said the page is right.</summary>
    public int QuietUntil { get; init; }

    /// <summary>Rewrites in a row that still failed.</summary>
    public int FailedRewrites { get; init; }

    /// <summary>Somebody reported harm or raised the flag by hand: evidence alone does not take it down.</summary>
    public bool HeldUp { get; init; }
}
