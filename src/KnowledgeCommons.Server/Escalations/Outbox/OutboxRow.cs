namespace KnowledgeCommons.Server.Escalations;

/// <summary>A message on its way, as stored.</summary>
public sealed record OutboxRow
{
    public const string Waiting = "waiting";
    public const string Done = "delivered";
    public const string Failed = "failed";

    public string Id { get; init; } = "";
    public string IdempotencyKey { get; init; } = "";
    public string Channel { get; init; } = "";
    public string Payload { get; init; } = "";
    public string State { get; init; } = Waiting;
    public long Attempts { get; init; }
    public DateTimeOffset NextAt { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public DateTimeOffset GiveUpAt { get; init; }
    public string? LastError { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public string? Stream { get; init; }
    public long Position { get; init; }
    public long StoodIn { get; init; }

    /// <summary>An attempt before this one may have arrived without our hearing of it.</summary>
    public bool MayBeThere => Attempts > 1 || LastError is not null;
}
