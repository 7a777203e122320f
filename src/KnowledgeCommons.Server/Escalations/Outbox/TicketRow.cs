namespace KnowledgeCommons.Server.Escalations;

/// <summary>The ticket that a channel has for a case, as stored.</summary>
public sealed record TicketRow
{
    public string CaseId { get; init; } = "";
    public string Channel { get; init; } = "";
    public string Ticket { get; init; } = "";
    public string? Url { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? StateAt { get; init; }
}
