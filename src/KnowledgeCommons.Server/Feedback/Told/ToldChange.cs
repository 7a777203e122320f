namespace KnowledgeCommons.Server.Feedback;

/// <summary>What a reader was told about something they had told us; 122-told.sql says what each column holds.</summary>
public sealed record ToldChange
{
    public const string Changed = "changed";
    public const string Declined = "declined";
    public const string Service = "service";

    public string Id { get; init; } = "";
    public string About { get; init; } = "";
    public string Reader { get; init; } = "";
    public string TokenHash { get; init; } = "";
    public string Article { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public string Revision { get; init; } = "";
    public string Kind { get; init; } = Changed;
    public string? ToldUs { get; init; }
    public string Words { get; init; } = "";
    public string Who { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string? Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Something has changed, so that it can be tried again.</summary>
    public bool CanBeTried => Kind != Declined;
}
