using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Server.Demo;

/// <summary>A sample article with its part in the story, if it has one, and the truth that the simulated world holds about it.</summary>
internal sealed record DemoArticle(Article Article, DemoStory Story, SimulatedArticle Truth)
{
    /// <summary>What people type when they look for it.</summary>
    public IReadOnlyList<string> Queries { get; } = [.. Article.Symptoms.Concat(Article.AlsoCalled).Append(Article.Title)];

    /// <summary>What people write when they ask for a person.</summary>
    public IReadOnlyList<string> Problems { get; } = Story.Asked.Count > 0 ? Story.Asked : [.. Article.Symptoms.Append(Article.Title)];

    public string Slug => Article.Slug.Value;
}
