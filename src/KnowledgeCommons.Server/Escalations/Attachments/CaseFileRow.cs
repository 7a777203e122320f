namespace KnowledgeCommons.Server.Escalations;

/// <summary>A file that came with a message of a case, as stored; 090-receipts.sql says what each column holds.</summary>
public sealed record CaseFileRow
{
    public string Id { get; init; } = Guid.CreateVersion7().ToString();
    public string CaseId { get; init; } = "";
    public string Event { get; init; } = "";
    public long Position { get; init; }
    public string Name { get; init; } = "";
    public string Kind { get; init; } = "";
    public long Bytes { get; init; }
    public string Hash { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
