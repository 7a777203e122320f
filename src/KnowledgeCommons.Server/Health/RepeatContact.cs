namespace KnowledgeCommons.Server.Health;

/// <summary>The same person reached a human again about the same article within <see cref="Window"/> of the contact before.</summary>
public sealed record RepeatContact
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    public string Article { get; init; } = "";
    public string Revision { get; init; } = "";
    public string Reader { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
