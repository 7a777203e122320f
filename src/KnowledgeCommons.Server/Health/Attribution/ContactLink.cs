namespace KnowledgeCommons.Server.Health;

/// <summary>How much of a contact belongs to an article; 111-evidence.sql says what each column holds.</summary>
public sealed record ContactLink
{
    public const long Failed = 1;
    public const long Direct = 2;

    public string Source { get; init; } = "";
    public string Contact { get; init; } = "";
    public string Article { get; init; } = "";
    public long Kind { get; init; }
    public string Revision { get; init; } = "";
    public long Day { get; init; }
    public DateTimeOffset At { get; init; }
    public string Person { get; init; } = "";
    public double Weight { get; init; }
    public string? Reason { get; init; }
}
