namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>Something about a known issue that readers had to hear of, in the words of that moment. Positions count from 0, which is its opening.</summary>
public sealed record KnownIssueChange
{
    public const string Opened = "opened";
    public const string Changed = "changed";
    public const string Ended = "ended";
    public const string Reopened = "reopened";

    public string Id { get; init; } = "";
    public string Issue { get; init; } = "";
    public long Position { get; init; }
    public DateTimeOffset At { get; init; }
    public string Kind { get; init; } = Opened;
    public string Version { get; init; } = "";
    public string Title { get; init; } = "";
    public string Words { get; init; } = "";
    public DateTimeOffset? NextUpdate { get; init; }
    public long IsOpen { get; init; }
    public string? Who { get; init; }
}
