namespace KnowledgeCommons.Server.Identity;

/// <summary>Somebody did something that others have a right to know of; 162-audit.sql says what each part holds.</summary>
public sealed record AuditRow
{
    public DateTimeOffset At { get; init; }
    public string Kind { get; init; } = "";
    public string Who { get; init; } = "";
    public string? About { get; init; }
    public string? Words { get; init; }
}
