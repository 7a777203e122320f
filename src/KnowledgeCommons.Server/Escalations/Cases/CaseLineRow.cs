namespace KnowledgeCommons.Server.Escalations;

/// <summary>One line of the story that a reader passed on.</summary>
public sealed record CaseLineRow
{
    public const string Search = "search";
    public const string Article = "article";
    public const string Outcome = "outcome";
    public const string Tried = "tried";
    public const string Failed = "failed";
    public const string Platform = "platform";

    /// <summary>A case of the same browser; its number is the reference.</summary>
    public const string Earlier = "earlier";

    public string CaseId { get; init; } = "";
    public long Position { get; init; }
    public string Kind { get; init; } = "";
    public string Words { get; init; } = "";
    public string? Reference { get; init; }
    public DateTimeOffset? At { get; init; }
}
