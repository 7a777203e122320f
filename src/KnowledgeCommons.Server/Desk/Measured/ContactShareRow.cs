namespace KnowledgeCommons.Server.Desk;

/// <summary>A contact behind a rate: a case here, by its number, or a ticket from elsewhere; which article it is counted for, and how much of it.</summary>
public sealed record ContactShareRow
{
    public string Source { get; init; } = "";
    public string Contact { get; init; } = "";
    public long? Number { get; init; }
    public string Article { get; init; } = "";
    public string Topic { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public double Weight { get; init; }
    public bool IsRepeat { get; init; }
}
