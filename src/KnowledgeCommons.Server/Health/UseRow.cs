namespace KnowledgeCommons.Server.Health;

/// <summary>How the revision did when a technician used it in a case: fixed, extra-step or wrong; the step is in their words.</summary>
public sealed record UseRow
{
    public long Number { get; init; }
    public string Answer { get; init; } = "";
    public string? Step { get; init; }
    public DateTimeOffset At { get; init; }
}
