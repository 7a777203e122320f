namespace KnowledgeCommons.Server.Health.Model;

/// <summary>The end of a week: fades, learns what is ordinary, and weighs each article anew.</summary>
internal sealed class WeekClose(HealthSettings settings, SiteTrail site)
{
    private const double NewWeek = 0.15;
    private const double SubstantiveKept = 0.25;
    private const double ServiceFixKept = 0.25;
    private const int WeeksJudged = 26;
    private const int PerPart = 1_000;
    private readonly Weigher _weigher = new(site);
    private Priors _priors = new(site.Shares);

    public void Close(List<ArticleTrail> articles, List<TopicTrail> topics)
    {
        SumTopics(articles, topics);
        var weeks = new ContactEvidence[articles.Count];
        for (var number = 0; number < weeks.Length; number++) weeks[number] = TakeWeek(articles[number], topics[articles[number].Topic]);
        LearnBasis(articles, topics);
        Weigh(articles, topics, weeks);
        foreach (var topic in topics) topic.Unread = _weigher.Read(new ArticleTrail(0), topic.Basis, _priors, default);
        site.Dispersion.EndWeek();
    }

    private static void SumTopics(List<ArticleTrail> articles, List<TopicTrail> topics)
    {
        foreach (var topic in topics) (topic.WeekFailed, topic.WeekExpected) = (0, 0);
        foreach (var article in articles)
        {
            if (article.Week.Episodes <= 0) continue;
            var topic = topics[article.Topic];
            topic.WeekFailed += article.Week.Failed;
            topic.WeekExpected += ExpectedThisWeek(article, topic);
        }
    }

    private static double ExpectedThisWeek(ArticleTrail article, TopicTrail topic) => article.Week.Episodes * topic.Basis.FailureRate * article.Factor;

    private ContactEvidence TakeWeek(ArticleTrail article, TopicTrail topic)
    {
        var week = article.Week;
        article.Week = default;
        if (article.Message is null && week.Episodes <= 0 && week.Failed <= 0) return default;
        article.Message ??= new float[Lattice.Cells];
        if (++article.Weeks > WeeksJudged) article.Rewrite = null;
        article.EpisodesPerWeek += (week.Episodes - article.EpisodesPerWeek) * Math.Max(NewWeek, 1.0 / article.Weeks);
        var expected = week.Episodes * topic.Basis.FailureRate * article.Factor;
        var factor = Expectation.WeekFactor(topic, week.Failed, expected);
        site.Dispersion.Add(week.Failed, week.Episodes * factor, article.LastFailed, article.LastExposure);
        article.Fade(Memory.Factor(week.Episodes * factor * topic.Basis.FailureRate));
        article.Add(week, week.Episodes * factor);
        return new ContactEvidence(week.Failed, week.Episodes * factor, week.Reasons, week.PageReasons);
    }

    private void LearnBasis(List<ArticleTrail> articles, List<TopicTrail> topics)
    {
        foreach (var topic in topics) topic.Sums = default;
        BasisSums all = default;
        foreach (var article in articles)
        {
            if (article.Message is null) continue;
            var sums = Expectation.Of(article, topics[article.Topic].Basis.FailureRate);
            topics[article.Topic].Sums += sums;
            all += sums;
        }
        var whole = Expectation.Site(all);
        foreach (var topic in topics) topic.Basis = Expectation.Learnt(topic.Sums, whole, settings.PlaceboRate);
    }

    // Parts of the same length whatever the machine, put together in their order: the same weeks give the same state to the bit.
    private void Weigh(List<ArticleTrail> articles, List<TopicTrail> topics, ContactEvidence[] weeks)
    {
        var parts = new WeekSums[(weeks.Length + PerPart - 1) / PerPart];
        Parallel.For(0, parts.Length, () => new Weigher(site), (part, _, weigher) =>
        {
            var sums = parts[part] = new WeekSums();
            for (var number = part * PerPart; number < Math.Min(weeks.Length, (part + 1) * PerPart); number++)
                weigher.CloseWeek(articles[number], topics[articles[number].Topic].Basis, _priors, weeks[number], sums);
            return weigher;
        }, _ => { });
        Learn(parts);
    }

    private void Learn(WeekSums[] parts)
    {
        var (kinds, direct) = (default(PriorShares), DirectPower.NoSums());
        foreach (var part in parts)
        {
            kinds += part.Kinds;
            for (var power = 0; power < direct.Length; power++) direct[power] += part.Direct[power];
        }
        site.DirectPower.Learn(direct);
        site.Shares = PriorShares.Learnt(kinds);
        _priors = new Priors(site.Shares);
    }

    /// <summary>What the evidence says of an article now. At the end of a week, with no days since, any number of articles may be asked about side by side.</summary>
    public ArticleEstimate Estimate(ArticleTrail article, TopicTrail topic, in DayCounts since)
    {
        var basis = topic.Basis;
        var week = article.Week + since;
        var reading = week != default ? _weigher.Read(article, basis, _priors, week)
            : article.Message is null ? topic.Unread ??= _weigher.Read(article, basis, _priors, week) : article.Reading;
        var verdict = article.Rewrite is { } rewrite ? RewriteJudge.Judge(rewrite, site.Rewrites) : null;
        return EstimateMaker.Make(article, basis, reading, week, verdict);
    }

    /// <summary>What a revision, or a repaired service, does to what is known.</summary>
    public void Revise(ArticleTrail article, TopicTrail topic, HealthEventKind kind)
    {
        if (article.Message is null) return;
        if (kind == HealthEventKind.Rewrite) _weigher.Rewrite(article, topic.Basis, _priors);
        if (kind == HealthEventKind.SubstantiveRevision) _weigher.Change(article, topic.Basis, _priors, SubstantiveKept);
        if (kind == HealthEventKind.ServiceFixed) article.Fade(ServiceFixKept);
    }

    /// <summary>Remembers of which kind a rewrite probably was, once it is judged.</summary>
    public void LearnFrom(ArticleTrail article)
    {
        if (article.Rewrite is { WasBad: true } rewrite) site.Rewrites.Learn(rewrite);
    }
}
