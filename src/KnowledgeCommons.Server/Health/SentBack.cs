namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Somebody whom an article let down. <see cref="Kind"/>: answer (<see cref="Id"/> is outcome.id), case (help_case.id) or ticket (source and id there, with a
/// slash between them; nobody here can be told).
/// </summary>
public sealed record SentBack
{
    public const string Answer = "answer";
    public const string Case = "case";
    public const string Ticket = "ticket";

    public string Kind { get; init; } = "";
    public string Id { get; init; } = "";

    /// <summary>Their pseudonym; of a ticket the hash of the person.</summary>
    public string Reader { get; init; } = "";
    public string Revision { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string? Reason { get; init; }
}
