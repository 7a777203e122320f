using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Health;

/// <summary>How the present revision of a published article does, and what its owner said about it last.</summary>
public sealed record ArticleReport(Article Article, Person? Owner, RevisionNumbers Numbers, FlagAnswer? Answer, ArticleState State)
{
    /// <summary>Flags first, the ones with most people behind them in front.</summary>
    public static int ByUrgency(ArticleReport one, ArticleReport other)
    {
        var byState = (other.State == ArticleState.Flagged).CompareTo(one.State == ArticleState.Flagged);
        return byState != 0 ? byState
            : other.Numbers.Contacted != one.Numbers.Contacted ? other.Numbers.Contacted.CompareTo(one.Numbers.Contacted)
            : string.CompareOrdinal(one.Article.Slug.Value, other.Article.Slug.Value);
    }
}
