using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>A rewrite: the true fault before and after, what was said of it within 16 weeks, and what plain counting would have said.</summary>
internal sealed record Followed(int Article, int Day, double Before, double After)
{
    public VerdictWord Word { get; set; }

    /// <summary>The model said that the page is fixed, or still failing.</summary>
    public HealthState? State { get; set; }
    public bool IsClosed { get; set; }

    public bool Helped => After <= 0.76 * Before;
    public bool IsRight => Word switch
    {
        VerdictWord.Helped => Helped,
        VerdictWord.NoBetter => !Helped,
        _ => After > Before
    };
}
