namespace KnowledgeCommons.Server.Escalations;

/// <summary>What a channel calls a case: the id there, and the page for people when there is one.</summary>
internal sealed record ForeignTicket
{
    public required string Id { get; init; }
    public string? Url { get; init; }
}
