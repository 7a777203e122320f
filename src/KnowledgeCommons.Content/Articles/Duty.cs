namespace KnowledgeCommons.Content.Articles;

/// <summary>Who takes a problem and who stands in for them; keys of people.</summary>
public sealed record Duty(string Owner, string? Deputy)
{
    public Place? Place { get; init; }
}
