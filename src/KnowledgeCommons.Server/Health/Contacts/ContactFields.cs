namespace KnowledgeCommons.Server.Health;

/// <summary>What was sent about a ticket, from a file or a program, before anything is believed of it.</summary>
internal sealed record ContactFields
{
    /// <summary>The names of the fields, as they stand in JSON and after the "=" of --map.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["source", "id", "person", "at", "subject", "text", "topic", "article", "solvedBy", "reason", "repeatOf", "closedAt"];

    public string? Source { get; init; }
    public string? Id { get; init; }
    public string? Person { get; init; }
    public string? At { get; init; }
    public string? Subject { get; init; }
    public string? Text { get; init; }
    public string? Topic { get; init; }
    public string? Article { get; init; }
    public string? SolvedBy { get; init; }
    public string? Reason { get; init; }
    public string? RepeatOf { get; init; }
    public string? ClosedAt { get; init; }
}
