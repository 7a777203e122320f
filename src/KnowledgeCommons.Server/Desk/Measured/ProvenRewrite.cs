namespace KnowledgeCommons.Server.Desk;

/// <summary>A rewrite that readers have proven to help, by its case.</summary>
public sealed record ProvenRewrite
{
    public long Number { get; init; }
    public string Article { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public DateTimeOffset At { get; init; }

    /// <summary>The folder of its address at that time.</summary>
    public string Topic => Slug.LastIndexOf('/') is > 0 and var end ? Slug[..end] : "";
}
