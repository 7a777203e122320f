namespace KnowledgeCommons.Server.Health;

/// <summary>An answer about an article, as it is counted. <see cref="Person"/> is the same as in links of the same person.</summary>
internal sealed record AnswerRow
{
    public string Id { get; init; } = "";
    public string Reader { get; init; } = "";
    public string Person { get; init; } = "";
    public string Revision { get; init; } = "";
    public string Answer { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string? Reason { get; init; }

    /// <summary>They had opened that revision at least 5 seconds before.</summary>
    public bool WasRead { get; init; }
}
