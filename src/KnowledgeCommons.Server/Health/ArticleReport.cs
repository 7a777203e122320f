using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>How the present revision of a published article does, and what its owner said about it last.</summary>
public sealed record ArticleReport(Article Article, Person? Owner, RevisionNumbers Numbers, FlagAnswer? Answer, HealthState State)
{
    /// <summary>What the model says of the article; null when nothing was ever seen of it.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>When somebody last reported harm by the present revision.</summary>
    public DateTimeOffset? HarmedAt { get; init; }

    /// <summary>Flags first, then what is worth a look; of those, what a rewrite would spare most, then the ones with most people behind them.</summary>
    public static int ByUrgency(ArticleReport one, ArticleReport other)
    {
        var byState = Urgency(other.State).CompareTo(Urgency(one.State));
        var bySpared = (other.Judgement?.Excess ?? 0).CompareTo(one.Judgement?.Excess ?? 0);
        return byState != 0 ? byState
            : bySpared != 0 ? bySpared
            : other.Numbers.Contacted != one.Numbers.Contacted ? other.Numbers.Contacted.CompareTo(one.Numbers.Contacted)
            : string.CompareOrdinal(one.Article.Slug.Value, other.Article.Slug.Value);
    }

    private static int Urgency(HealthState state) => state switch { HealthState.Flagged => 2, HealthState.WorthALook => 1, _ => 0 };
}
