namespace KnowledgeCommons.Server.Rewrites;

/// <summary>One entry of a rewrite case's timeline. <see cref="Who"/> is null for what happened by itself.</summary>
public sealed record RewriteEvent
{
    public const string Opened = "opened";
    public const string Assigned = "assigned";
    public const string Snoozed = "snoozed";
    public const string Published = "published";
    public const string Proven = "proven";
    public const string Reopened = "reopened";
    public const string Unverified = "unverified";
    public const string Faded = "faded";
    public const string Declined = "declined";
    public const string ProductFix = "product-fix";
    public const string ProductFixed = "product-fixed";
    public const string Worded = "worded";
    public const string Told = "told";
    public const string SaidNo = "said-no";

    public string Id { get; init; } = Guid.CreateVersion7().ToString();
    public string CaseId { get; init; } = "";
    public long Position { get; init; }
    public DateTimeOffset At { get; init; }
    public string Kind { get; init; } = "";
    public string? Who { get; init; }
    public string? Whom { get; init; }
    public string? Words { get; init; }
    public string? Revision { get; init; }
    public string? CommitHash { get; init; }
    public long? Percent { get; init; }
    public DateTimeOffset? Until { get; init; }
}
