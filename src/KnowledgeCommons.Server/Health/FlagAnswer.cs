namespace KnowledgeCommons.Server.Health;

/// <summary>What people said about a flag; 040-health.sql says what each column holds. <see cref="Raised"/> is a flag that somebody at the desk put up.</summary>
public sealed record FlagAnswer
{
    public const string BeingRewritten = "being-rewritten";
    public const string PageIsRight = "page-is-right";
    public const string Raised = "flagged";
    public const int LongestBecause = 1000;
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(7 * 12);

    public string Id { get; init; } = "";
    public string Article { get; init; } = "";
    public string Revision { get; init; } = "";
    public string Answer { get; init; } = "";
    public string? Because { get; init; }
    public string AnsweredBy { get; init; } = "";
    public DateTimeOffset At { get; init; }

    /// <summary>Until when a "page is right" keeps the flag down.</summary>
    public DateTimeOffset QuietUntil => At + Quiet;
}
