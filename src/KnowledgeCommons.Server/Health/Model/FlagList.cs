namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Which pages may be flagged: the surest first, as long as each of them, and the list on average, is wrong rarely enough. Wrong is a flag on an
/// ordinary page; so the chance of being wrong is P(ordinary) / (P(ordinary) + P(grave)), the local false discovery rate (B. Efron, "Large-scale
/// inference", 2010, chapter 5). A mildly faulty page is neither a hit nor a miss.
/// </summary>
internal static class FlagList
{
    public const double LeastBad = 0.50;

    /// <summary>
    /// How much more than the share of flags that may be wrong the single flag's chance may be, and the mean of the list. The mean may lie above it,
    /// because chances are stated with care: in the simulated worlds nine of ten flags are right where the mean says .12.
    /// </summary>
    public const double SingleFlag = 2.3;
    public const double WholeList = 1.2;

    /// <summary>The logarithm of the odds of being wrong that a page starts with when it comes to look bad: nothing is steady yet.</summary>
    public const double Start = -0.5;

    private const double Newest = 0.36;
    private const double MostOfNewest = 0.7;
    private const double LeastWrong = 1e-4;

    /// <summary>
    /// The mean, over the weeks, of the logarithm of the odds of being wrong. The newest week's share is 0.36 / dispersion²: about half where weeks
    /// vary no more than chance lets them, a third or less where they vary more. So one bad week, which may be noise, is not enough unless it is quite sure.
    /// </summary>
    public static double Follow(double before, ArticleEstimate estimate, double dispersion)
    {
        var wrong = Math.Clamp(WrongChance(estimate), LeastWrong, 1 - LeastWrong);
        var share = Math.Min(MostOfNewest, Newest / (dispersion * dispersion));
        return before + (share * (Math.Log(wrong / (1 - wrong)) - before));
    }

    public static double WrongChance(ArticleEstimate estimate) => estimate.Ordinary / Math.Max(1e-12, estimate.Ordinary + estimate.Grave);

    /// <summary>The articles, of those given, that may be flagged. The logarithms of the odds are those of <see cref="Follow"/>.</summary>
    public static HashSet<int> MayBeFlagged(IEnumerable<(int Article, ArticleEstimate Estimate, double LogOdds)> candidates, double falseFlags)
    {
        var allowed = new HashSet<int>();
        var sum = 0.0;
        foreach (var (article, estimate, logOdds) in candidates.OrderBy(candidate => candidate.LogOdds).ThenBy(candidate => candidate.Article))
        {
            var wrong = 1 / (1 + Math.Exp(-logOdds));
            sum += wrong;
            if (wrong > falseFlags * SingleFlag || sum > falseFlags * WholeList * (allowed.Count + 1)) break;
            if (estimate.Bad >= LeastBad && FlagGuards.Pass(estimate)) allowed.Add(article);
            else sum -= wrong;
        }
        return allowed;
    }
}
