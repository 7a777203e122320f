namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Puts together what is told about an article.</summary>
internal static class EstimateMaker
{
    /// <param name="week">Sums of the open week, not yet in the article's own.</param>
    public static ArticleEstimate Make(ArticleTrail article, TopicBasis basis, in PosteriorReading reading, in DayCounts week, RewriteVerdict? verdict)
    {
        var perWeek = article.EpisodesPerWeek * basis.FailureRate * (1 - basis.Chance);
        return new ArticleEstimate
        {
            Bad = reading.Bad,
            Ordinary = reading.Ordinary,
            Grave = reading.Grave,
            Hard = reading.Hard,
            Fault = reading.Fault,
            FaultLow = reading.FaultLow,
            FaultHigh = reading.FaultHigh,
            Difficulty = reading.Difficulty,
            Episodes = article.Episodes + week.Episodes,
            Failed = article.Failed + week.Failed,
            Expected = (article.Exposure + week.Episodes) * basis.FailureRate,
            Reasons = article.Reasons + week.Reasons,
            PageReasons = article.PageReasons + week.PageReasons,
            Yes = article.Yes + week.Yes,
            NotYet = article.NotYet + week.NotYet,
            ExcessPerWeek = perWeek * reading.Spared,
            AboveOrdinaryPerWeek = perWeek * Math.Max(0, reading.Product - 1),
            Weeks = article.Weeks,
            WeeksWithFailures = article.WeeksWithFailures,
            FailedPeople = article.FailedPeople + week.FirstFailures,
            IncidentDays = article.IncidentDays,
            Verdict = verdict
        };
    }
}
