namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Weighs what is known of one article at a time in rows of its own. One for each thread; articles may be weighed side by side, since none looks at another.</summary>
internal sealed class Weigher(SiteTrail site)
{
    private const double LeastToLearnFrom = 1;
    private readonly double[] _cells = new double[Lattice.Cells];
    private readonly double[] _other = new double[Lattice.Cells];

    /// <summary>The end of an article's week: its message, its reading and its factor as they are from now on. Adds what it says about the site.</summary>
    public void CloseWeek(ArticleTrail article, TopicBasis basis, Priors priors, ContactEvidence week, WeekSums sums)
    {
        if (article.Message is null) return;
        var prior = priors.Of(basis);
        var evidence = week with { Expected = week.Expected * basis.FailureRate };
        if (article.Rewrite is { } rewrite) AddSince(rewrite, basis, evidence);
        MessageFilter.Step(article.Message, _cells, prior, basis, evidence, site.Dispersion.Value);
        if (article.Exposure * basis.FailureRate > LeastToLearnFrom && article.Rewrite is null) prior.AddKinds(_cells, ref sums.Kinds);
        DirectPower.Add(sums.Direct, _cells, article.Direct, article.DirectEpisodes * basis.DirectRate);
        AddReadings(article, basis);
        article.Reading = Posterior.Read(_cells);
        article.Factor = (article.Reading.Product * (1 - basis.Chance)) + basis.Chance;
    }

    /// <summary>What is known of an article with these days of an open week.</summary>
    public PosteriorReading Read(ArticleTrail article, TopicBasis basis, Priors priors, in DayCounts week)
    {
        Weigh(article, basis, priors, week, whole: true);
        return Posterior.Read(_cells);
    }

    /// <summary>From now on it is another page under the same topic.</summary>
    public void Rewrite(ArticleTrail article, TopicBasis basis, Priors priors)
    {
        Weigh(article, basis, priors, article.Week, whole: true);
        article.Rewrite = new RewriteTrail([.. _cells.Select(cell => (float)cell)], wasBad: Posterior.Read(_cells).Bad >= RewriteTrail.SurelyBad);
        Weigh(article, basis, priors, article.Week, whole: false);
        article.Rest();
        Move(article, basis, priors, share: 1);
    }

    /// <summary>The page was changed in substance; so much of what was known is kept.</summary>
    public void Change(ArticleTrail article, TopicBasis basis, Priors priors, double kept)
    {
        Weigh(article, basis, priors, default, whole: false);
        article.FadeSums(kept);
        Move(article, basis, priors, share: 1 - kept);
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
    private void Weigh(ArticleTrail article, TopicBasis basis, Priors priors, in DayCounts since, bool whole)
    {
        var prior = priors.Of(basis);
        for (var cell = 0; cell < _cells.Length; cell++) _cells[cell] = (article.Message?[cell] ?? 0) + prior.Logs[cell];
        var evidence = new ContactEvidence(since.Failed, since.Episodes * basis.FailureRate, since.Reasons, since.PageReasons);
        Likelihood.AddContacts(_cells, basis, evidence, site.Dispersion.Value);
        Posterior.Normalize(_cells);
        if (whole) AddReadings(article, basis, since);
    }

    /// <summary>Turns the article's message by what a rewrite may have done to its fault; its difficulty stays known.</summary>
    private void Move(ArticleTrail article, TopicBasis basis, Priors priors, double share)
    {
        site.Rewrites.Apply(_cells, _other, share);
        MessageFilter.Keep(article.Message, _other, priors.Of(basis));
        article.Reading = Posterior.Read(_other);
    }
}
