using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Tests.Health.Model;

/// <summary>Estimates with one probability set and enough evidence behind it.</summary>
internal static class Estimates
{
    public static ArticleEstimate Of(double bad) => new()
    {
        Bad = bad,
        Ordinary = (1 - bad) * 0.9,
        Grave = bad * 0.95,
        Hard = 0.02,
        Fault = 2,
        FaultLow = 1.32,
        FaultHigh = 3.5,
        Difficulty = 1,
        Episodes = 200,
        Failed = 20,
        Expected = 8,
        Reasons = 10,
        PageReasons = 8,
        Yes = 3,
        NotYet = 4,
        ExcessPerWeek = 1.2,
        AboveOrdinaryPerWeek = 0.1,
        Weeks = 10,
        WeeksWithFailures = 8,
        FailedPeople = 18,
        IncidentDays = 0
    };
}
