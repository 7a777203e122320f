namespace KnowledgeCommons.Server.Health;

/// <summary>An article and its topic by the model's numbers, and the day from which on it counts.</summary>
internal sealed record NumberedArticle
{
    public string Article { get; init; } = "";
    public long Number { get; init; }
    public long Entered { get; init; }
    public long Topic { get; init; }
}
