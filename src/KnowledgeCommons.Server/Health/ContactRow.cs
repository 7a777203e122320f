namespace KnowledgeCommons.Server.Health;

/// <summary>A case about the revision. <see cref="IsRepeat"/>: the same person had contacted us within the week before.</summary>
public sealed record ContactRow
{
    public long Number { get; init; }
    public string Reader { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public bool IsRepeat { get; init; }
}
