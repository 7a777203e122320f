namespace KnowledgeCommons.Server.Feedback;

/// <summary>An answer as stored; 020-feedback.sql says what each column holds.</summary>
public sealed record OutcomeRow
{
    public string Id { get; init; } = "";
    public string Reader { get; init; } = "";
    public string Article { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Revision { get; init; } = "";
    public string? Search { get; init; }
    public string Answer { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string TokenHash { get; init; } = "";
    public string? Reason { get; init; }
    public long? Step { get; init; }
    public string? Text { get; init; }

    public bool HasDetails => Reason is not null || Step is not null || Text is not null;
}
