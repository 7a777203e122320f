namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// What an ordinary page of a topic is expected to see: learnt from the topic's articles, drawn towards the whole site's figures by pseudo counts.
/// An article counts the less, the more evidence it has (no giant sets the standard) and the surer it is at fault or hard.
/// </summary>
internal static class Expectation
{
    // Topics differ about as log-normal(0, 0.55): as if three failures of the whole site were seen in each.
    private const double FailurePseudo = 3;
    private const double WeekPseudo = 200;
    private const double VotePseudo = 8;
    private const double ReasonPseudo = 20;
    private const double DirectPseudo = 10;
    private const double LeastWeight = 0.05;
    private const double Giant = 0.15;
    private static readonly BasisSums SiteStart = new(4, 100, 12, 6, 20, 9.4, 3, 100);

    /// <summary>
    /// What an article adds to its topic's sums. Failures are compared with an exposure multiplied by what is believed of the article (the M-step of
    /// expectation-maximisation), so that a topic is not blamed for its bad pages; votes and reasons count by the chance that the article is usual.
    /// </summary>
    public static BasisSums Of(ArticleTrail article, double failureRate)
    {
        var weight = 1 / (1 + (Giant * article.Exposure * failureRate));
        var usual = weight * Math.Max(LeastWeight, article.Reading.Usual);
        return new BasisSums(weight * article.Failed, weight * article.Exposure * article.Factor, usual * article.Yes, usual * article.NotYet,
            usual * article.Reasons, usual * article.PageReasons, usual * article.Direct, usual * article.DirectEpisodes);
    }

    /// <summary>What is expected on the whole site.</summary>
    public static BasisSums Site(BasisSums all) => all + SiteStart;

    /// <summary>
    /// The rate of failures is a gamma mean; its spread, the standard deviation of its logarithm, is 1/√(failures behind it): few articles, a wide
    /// spread (A. Gelman and others, "Bayesian Data Analysis", 2013, section 2.6).
    /// </summary>
    public static TopicBasis Learnt(BasisSums topic, BasisSums site, double placeboRate)
    {
        var rate = site.Failed / site.Exposure;
        var notYet = site.NotYet / (site.NotYet + site.Yes);
        return new TopicBasis(
            (topic.Failed + FailurePseudo) / (topic.Exposure + (FailurePseudo / rate)),
            (topic.NotYet + (VotePseudo * notYet)) / (topic.Yes + (VotePseudo * (1 - notYet))),
            (topic.PageReasons + (ReasonPseudo * site.PageReasons / site.Reasons)) / (topic.Reasons + ReasonPseudo),
            (topic.Direct + DirectPseudo) / (topic.DirectExposure + (DirectPseudo * site.DirectExposure / site.Direct)),
            1 / Math.Sqrt(topic.Failed + FailurePseudo),
            placeboRate);
    }

    /// <summary>
    /// How much more than expected the rest of the topic failed in this week: seasons and outages of the whole topic. The article itself is left out.
    /// </summary>
    public static double WeekFactor(TopicTrail topic, double failed, double expected) =>
        (topic.WeekFailed - failed + WeekPseudo) / (topic.WeekExpected - expected + WeekPseudo);
}
