namespace KnowledgeCommons.Server.Escalations;

/// <summary>How a channel has fared, as stored: 080-channels.sql says what each column holds.</summary>
public sealed record ChannelRow
{
    public string Channel { get; init; } = "";
    public DateTimeOffset Since { get; init; }
    public long Failures { get; init; }
    public DateTimeOffset? RestUntil { get; init; }
    public DateTimeOffset? LastOkAt { get; init; }
    public string? LastError { get; init; }
}
