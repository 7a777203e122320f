using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>What the model might say of an article that 200 people used: only how sure it is that the page is at fault differs.</summary>
internal static class Estimates
{
    public static ArticleEstimate Of(double bad) => new()
    {
        Bad = bad,
        Ordinary = 1 - bad,
        Grave = bad / 2,
        Hard = 0.04,
        Fault = 2.8,
        FaultLow = 1.3,
        FaultHigh = 4.7,
        Difficulty = 1,
        Episodes = 200,
        Failed = 22,
        Expected = 8,
        Reasons = 10,
        PageReasons = 8,
        Yes = 3,
        NotYet = 4,
        ExcessPerWeek = 1.2,
        AboveOrdinaryPerWeek = 1.2,
        Weeks = 10,
        WeeksWithFailures = 8,
        FailedPeople = 20,
        IncidentDays = 0
    };
}
