namespace KnowledgeCommons.Server.Health.Model;

/// <summary>The end of a week: fades, learns what is ordinary, and weighs each article anew.</summary>
internal sealed class WeekClose(HealthSettings settings, SiteTrail site)
{
    private const double NewWeek = 0.15;
    private const double SubstantiveKept = 0.25;
    private const double ServiceFixKept = 0.25;
    private const double LeastToLearnFrom = 1;
    private const int WeeksJudged = 26;
    private readonly double[] _cells = new double[Lattice.Cells];
    private readonly double[] _other = new double[Lattice.Cells];
    private Priors _priors = new(site.Shares);

    public void Close(List<ArticleTrail> articles, List<TopicTrail> topics)
    {
        SumTopics(articles, topics);
        var weeks = new ContactEvidence[articles.Count];
        for (var number = 0; number < weeks.Length; number++) weeks[number] = TakeWeek(articles[number], topics[articles[number].Topic]);
        LearnBasis(articles, topics);
        PriorShares kinds = default;
        site.DirectPower.Begin();
        for (var number = 0; number < weeks.Length; number++) Weigh(articles[number], topics[articles[number].Topic].Basis, weeks[number], ref kinds);
        site.DirectPower.Learn();
        site.Shares = PriorShares.Learnt(kinds);
        _priors = new Priors(site.Shares);
        foreach (var topic in topics) topic.Unread = null;
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

    private void Weigh(ArticleTrail article, TopicBasis basis, ContactEvidence week, ref PriorShares kinds)
    {
        if (article.Message is null) return;
        var prior = _priors.Of(basis);
        var evidence = week with { Expected = week.Expected * basis.FailureRate };
        if (article.Rewrite is { } rewrite) AddSince(rewrite, basis, evidence);
        MessageFilter.Step(article.Message, _cells, prior, basis, evidence, site.Dispersion.Value);
        if (article.Exposure * basis.FailureRate > LeastToLearnFrom && article.Rewrite is null) prior.AddKinds(_cells, ref kinds);
        site.DirectPower.Add(_cells, article.Direct, article.DirectEpisodes * basis.DirectRate);
        AddReadings(article, basis);
        article.Reading = Posterior.Read(_cells);
        article.Factor = (article.Reading.Product * (1 - basis.Chance)) + basis.Chance;
    }

    private void AddSince(RewriteTrail rewrite, TopicBasis basis, in ContactEvidence evidence)
    {
        for (var cell = 0; cell < _other.Length; cell++) _other[cell] = rewrite.Since[cell];
        Likelihood.AddContacts(_other, basis, evidence, site.Dispersion.Value);
        for (var cell = 0; cell < _other.Length; cell++) rewrite.Since[cell] = (float)_other[cell];
    }

    /// <summary>Votes and direct contacts are weighed as a whole each time: they say little a week, and the same article's belong together.</summary>
    private void AddReadings(ArticleTrail article, TopicBasis basis, in DayCounts since = default)
    {
        Likelihood.TakeVotes(_cells, basis, article.Yes + since.Yes, article.NotYet + since.NotYet);
        DirectLikelihood.Take(_cells, article.Direct, article.DirectEpisodes * basis.DirectRate, site.DirectPower.OfDifficulty);
        Posterior.Scale(_cells);
    }

    /// <summary>Fills the cells with what is known of an article now.</summary>
    private void Weighed(ArticleTrail article, TopicBasis basis, in DayCounts since, bool whole)
    {
        var prior = _priors.Of(basis);
        for (var cell = 0; cell < _cells.Length; cell++) _cells[cell] = (article.Message?[cell] ?? 0) + prior.Logs[cell];
        var evidence = new ContactEvidence(since.Failed, since.Episodes * basis.FailureRate, since.Reasons, since.PageReasons);
        Likelihood.AddContacts(_cells, basis, evidence, site.Dispersion.Value);
        Posterior.Normalize(_cells);
        if (whole) AddReadings(article, basis, since);
    }

    public ArticleEstimate Estimate(ArticleTrail article, TopicTrail topic, in DayCounts since)
    {
        var basis = topic.Basis;
        var week = article.Week + since;
        var reading = week != default ? Read(article, basis, week)
            : article.Message is null ? topic.Unread ??= Read(article, basis, week) : article.Reading;
        var verdict = article.Rewrite is { } rewrite ? RewriteJudge.Judge(rewrite, site.Rewrites) : null;
        return EstimateMaker.Make(article, basis, reading, week, verdict);
    }

    private PosteriorReading Read(ArticleTrail article, TopicBasis basis, in DayCounts week)
    {
        Weighed(article, basis, week, whole: true);
        return Posterior.Read(_cells);
    }

    /// <summary>What a revision, or a repaired service, does to what is known.</summary>
    public void Revise(ArticleTrail article, TopicTrail topic, HealthEventKind kind)
    {
        if (article.Message is null) return;
        if (kind == HealthEventKind.Rewrite) Rewrite(article, topic.Basis);
        if (kind == HealthEventKind.SubstantiveRevision) Change(article, topic.Basis);
        if (kind == HealthEventKind.ServiceFixed) article.Fade(ServiceFixKept);
    }

    /// <summary>Remembers of which kind a rewrite probably was, once it is judged.</summary>
    public void LearnFrom(ArticleTrail article)
    {
        if (article.Rewrite is { WasBad: true } rewrite) site.Rewrites.Learn(rewrite);
    }

    private void Rewrite(ArticleTrail article, TopicBasis basis)
    {
        Weighed(article, basis, article.Week, whole: true);
        article.Rewrite = new RewriteTrail([.. _cells.Select(cell => (float)cell)], wasBad: Posterior.Read(_cells).Bad >= RewriteTrail.SurelyBad);
        Weighed(article, basis, article.Week, whole: false);
        article.Rest();
        Move(article, basis, share: 1);
    }

    private void Change(ArticleTrail article, TopicBasis basis)
    {
        Weighed(article, basis, default, whole: false);
        article.FadeSums(SubstantiveKept);
        Move(article, basis, share: 1 - SubstantiveKept);
    }

    /// <summary>Turns the article's message by what a rewrite may have done to its fault; its difficulty stays known.</summary>
    private void Move(ArticleTrail article, TopicBasis basis, double share)
    {
        site.Rewrites.Apply(_cells, _other, share);
        MessageFilter.Keep(article.Message, _other, _priors.Of(basis));
        article.Reading = Posterior.Read(_other);
    }
}
