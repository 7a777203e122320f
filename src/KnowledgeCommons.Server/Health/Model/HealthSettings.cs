namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What a site may set; everything else is learnt from its own numbers.</summary>
internal sealed record HealthSettings
{
    /// <summary>Failures per episode that arise by chance alone, because somebody read an article and asked about something else.</summary>
    public double PlaceboRate { get; init; } = 0.0018;

    /// <summary>Minutes of work that one spared contact saves the service desk and the person who asks.</summary>
    public double AgentMinutes { get; init; } = 15;
    public double RequesterMinutes { get; init; } = 30;

    /// <summary>Share of flags that may be wrong.</summary>
    public double FalseFlags { get; init; } = 0.10;
}
