namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What a flag needs besides being probable, so that neither one loud person nor one bad day nor votes alone raise it.</summary>
internal static class FlagGuards
{
    private const double FewestPeople = 4;
    private const double FewestWeeksWithFailures = 3;
    private const int FewestWeeks = 4;
    private const double LeastExcess = 0.04;

    public static bool Pass(ArticleEstimate estimate) => EnoughSeen(estimate) && estimate.ExcessPerWeek >= LeastExcess;

    /// <summary>At least four people (faded) failed, in three different weeks, and four weeks were seen.</summary>
    public static bool EnoughSeen(ArticleEstimate estimate) => estimate.FailedPeople >= FewestPeople
        && estimate.WeeksWithFailures >= FewestWeeksWithFailures && estimate.Weeks >= FewestWeeks;
}
