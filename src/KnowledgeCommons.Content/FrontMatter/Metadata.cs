using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.FrontMatter;

/// <summary>What an article's front matter says, in its types; null or empty where it says nothing or nothing usable.</summary>
internal sealed record Metadata
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Summary { get; init; }
    public string? Owner { get; init; }
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];
    public IReadOnlyList<string> Symptoms { get; init; } = [];
    public IReadOnlyList<string> AppliesTo { get; init; } = [];
    public IReadOnlyList<string> Audience { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<Slug> Aliases { get; init; } = [];
    public string? Language { get; init; }
    public DateOnly? ReviewedOn { get; init; }
    public TimeSpan? ReviewEvery { get; init; }
    public ArticleStatus Status { get; init; }
    public Slug? Successor { get; init; }
    public int? Minutes { get; init; }
    public IReadOnlyList<string> Rewrites { get; init; } = [];
}
