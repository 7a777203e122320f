namespace KnowledgeCommons.Server.Escalations;

/// <summary>One line of the story that a reader passed on.</summary>
public sealed record CaseLineRow
{
    public const string Search = "search";
    public const string Article = "article";
    public const string Outcome = "outcome";
    public const string Tried = "tried";

    public string CaseId { get; init; } = "";
    public long Position { get; init; }
    public string Kind { get; init; } = "";
    public string Words { get; init; } = "";
    public string? Reference { get; init; }
    public DateTimeOffset? At { get; init; }
}
