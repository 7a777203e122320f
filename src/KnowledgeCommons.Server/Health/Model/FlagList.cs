namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Which pages may be flagged: the surest first, as long as each of them, and the list on average, is wrong rarely enough. Wrong is a flag on an
/// ordinary page; so the chance of being wrong is P(ordinary) / (P(ordinary) + P(grave)), the local false discovery rate (B. Efron, "Large-scale
/// inference", 2010, chapter 5). A mildly faulty page is neither a hit nor a miss.
/// </summary>
internal static class FlagList
{
    public const double LeastBad = 0.50;

    /// <summary>How much more than the mean chance of being wrong the single flag may have.</summary>
    public const double SingleFlag = 1.9;

    private const int SteadyWeeks = 3;
    private const double Sure = 0.04;

    /// <summary>A flag waits until it was allowed for three weeks in a row, unless it is quite sure: one bad week may be noise.</summary>
    public static bool IsSteady(ArticleEstimate estimate, int weeks) => weeks >= SteadyWeeks || WrongChance(estimate) <= Sure;

    public static double WrongChance(ArticleEstimate estimate) => estimate.Ordinary / Math.Max(1e-12, estimate.Ordinary + estimate.Grave);

    /// <summary>The articles, of those given, that may be flagged.</summary>
    public static HashSet<int> MayBeFlagged(IEnumerable<(int Article, ArticleEstimate Estimate)> candidates, double falseFlags)
    {
        var allowed = new HashSet<int>();
        var sum = 0.0;
        foreach (var (article, estimate) in candidates.OrderBy(candidate => WrongChance(candidate.Estimate)).ThenBy(candidate => candidate.Article))
        {
            var wrong = WrongChance(estimate);
            sum += wrong;
            if (wrong > falseFlags * SingleFlag || sum > falseFlags * (allowed.Count + 1)) break;
            if (estimate.Bad >= LeastBad && FlagGuards.Pass(estimate)) allowed.Add(article);
            else sum -= wrong;
        }
        return allowed;
    }
}
