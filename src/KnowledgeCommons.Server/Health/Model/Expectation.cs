namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What an ordinary page of a topic is expected to see: learnt from the topic's articles, drawn towards the whole site's figures by pseudo counts.
/// An article counts the less, the more evidence it has (no giant sets the standard) and the surer it is at fault or hard.
/// </summary>
internal static class Expectation
{
    private const double FailurePseudo = 10;
    private const double VotePseudo = 8;
    private const double ReasonPseudo = 10;
    private const double LeastWeight = 0.05;
    private const double Giant = 0.2;
    private static readonly BasisSums SiteStart = new(4, 100, 12, 6, 20, 9.4);

    /// <summary>
    /// What an article adds to its topic's sums. In the first weeks, when nobody is known yet, exposure is multiplied by what is believed of the article.
    /// </summary>
    public static BasisSums Of(ArticleTrail article, double failureRate, bool early)
    {
        var weight = 1 / (1 + (Giant * article.Exposure * failureRate));
        var ordinary = weight * Math.Max(LeastWeight, article.Weight);
        var (counts, factor) = early ? (weight, article.Factor) : (ordinary, Environment.GetEnvironmentVariable("UF")=="0"?1:article.UsualFactor);
        return new BasisSums(counts * article.Failed, counts * article.Exposure * factor,
            ordinary * article.Yes, ordinary * article.NotYet, ordinary * article.Reasons, ordinary * article.PageReasons);
    }

    /// <summary>What is expected on the whole site.</summary>
    public static BasisSums Site(BasisSums all) => all + SiteStart;

    public static TopicBasis Learnt(BasisSums topic, BasisSums site, double placeboRate)
    {
        var rate = site.Failed / site.Exposure;
        var notYet = site.NotYet / (site.NotYet + site.Yes);
        return new TopicBasis(
            (topic.Failed + FailurePseudo) / (topic.Exposure + (FailurePseudo / rate)),
            (topic.NotYet + (VotePseudo * notYet)) / (topic.Yes + (VotePseudo * (1 - notYet))),
            (topic.PageReasons + (ReasonPseudo * site.PageReasons / site.Reasons)) / (topic.Reasons + ReasonPseudo),
            placeboRate);
    }

    /// <summary>
    /// How much more than expected the rest of the topic failed in this week: seasons and outages of the whole topic. The article itself is left out.
    /// </summary>
    public static double WeekFactor(TopicTrail topic, double failed, double expected) =>
        (topic.WeekFailed - failed + FailurePseudo) / (topic.WeekExpected - expected + FailurePseudo);
}
