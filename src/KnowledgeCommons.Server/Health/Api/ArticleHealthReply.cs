namespace KnowledgeCommons.Server.Health;

/// <summary>
/// How an article does. Counts are those of its present revision; <paramref name="Probability"/> (0 to 1) that the page causes at least half again as many
/// contacts as it should, and <paramref name="Interval"/>, between which factors it lies with 90 %, are null while nothing is known.
/// </summary>
internal sealed record ArticleHealthReply(
    string Id, string Slug, string Title, string Revision, string? Owner, string State, long Readings, OutcomeCounts Outcomes, long Contacts, long Repeats,
    double? Probability, FaultInterval? Interval, string Sentence)
{
    public static ArticleHealthReply Of(ArticleReport report, string sentence)
    {
        var (article, numbers, estimate) = (report.Article, report.Numbers, report.Judgement?.Numbers);
        return new(article.Id, article.Slug.Value, article.Title, article.Revision.Value, report.Owner?.Name, report.State.ToString(), numbers.Readers,
            new(numbers.Fixed, numbers.Partly, numbers.NotFixed, numbers.CameBack, numbers.OnlyReading), numbers.Contacts, numbers.Repeats.Count,
            estimate?.Bad, estimate is null ? null : new(estimate.FaultLow, estimate.FaultHigh), sentence);
    }
}

/// <summary>How many people said what, each their newest answer.</summary>
internal sealed record OutcomeCounts(long Fixed, long Partly, long NotFixed, long CameBack, long OnlyReading);

/// <summary>The factor by which the page multiplies contacts, 1 being an ordinary page of its topic.</summary>
internal sealed record FaultInterval(double Low, double High);
