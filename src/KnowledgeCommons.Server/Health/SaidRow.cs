namespace KnowledgeCommons.Server.Health;

/// <summary>Something a reader said. <see cref="Counts"/>: it is their newest answer about this revision.</summary>
public sealed record SaidRow
{
    public string Reader { get; init; } = "";
    public string Answer { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string? Reason { get; init; }
    public long? Step { get; init; }
    public string? Text { get; init; }
    public bool Counts { get; init; }
}
