namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Tells from daily sums which articles cause contacts that a better article would have spared. Deterministic: the same days and events in the
/// same order give the same state to the bit; it knows no clock, no database and no chance. Not for several threads at once.
/// <para>Days are advanced one after another; a Sunday closes the week, judges all articles and moves their states. What owners do, and reports of
/// harm, act on their day.</para>
/// <para>Late news about a past day: <see cref="Load"/> the newest state saved before that day and advance again from there. The result is the
/// same as if the news had come in time. Saving after a closed week costs about 1 kB an article that was read.</para>
/// </summary>
internal sealed class HealthModel
{
    private readonly List<ArticleTrail> _articles = [];
    private readonly List<TopicTrail> _topics = [];
    private readonly WeekClose _weeks;
    private readonly DayIntake _days;
    private int _lastDay = -1;

    public HealthModel(HealthSettings settings)
        : this(settings, new SiteTrail())
    {
    }

    private HealthModel(HealthSettings settings, SiteTrail site)
    {
        (Settings, Site) = (settings, site);
        _weeks = new WeekClose(settings, site);
        _days = new DayIntake(_articles, _topics, site);
    }

    public HealthSettings Settings { get; }

    /// <summary>The last day that was advanced over; null at the beginning.</summary>
    public DateOnly? LastDay => _lastDay < 0 ? null : DateOnly.FromDayNumber(_lastDay);

    public int Articles => _articles.Count;

    internal SiteTrail Site { get; }

    /// <summary>Takes up a new article under a topic (numbered from 0 by the caller) and gives its number: 0, 1, 2, …</summary>
    public int Enter(int topic)
    {
        Known(topic);
        _articles.Add(new ArticleTrail(topic));
        return _articles.Count - 1;
    }

    /// <summary>Moves an article to another topic; its evidence stays.</summary>
    public void Move(int article, int topic)
    {
        Known(topic);
        _articles[article].Topic = topic;
    }

    /// <summary>
    /// Advances over one day: the counts of all articles that saw anything (each at most once, in any order) and the events of the day in their
    /// order. Days in between that are skipped count as quiet days. Returns the states that changed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not after <see cref="LastDay"/>, or an article is unknown.</exception>
    public IReadOnlyList<Transition> Advance(DateOnly day, ReadOnlySpan<DayCounts> counts, ReadOnlySpan<HealthEvent> events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(day.DayNumber, _lastDay, nameof(day));
        foreach (var count in counts) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)count.Article, (uint)_articles.Count, nameof(counts));
        List<Transition> changes = [];
        for (var quiet = _lastDay < 0 ? day.DayNumber : _lastDay + 1; quiet < day.DayNumber; quiet++)
        {
            _lastDay = quiet;
            if (IsSunday(quiet)) CloseWeek(quiet, changes);
        }
        _lastDay = day.DayNumber;
        foreach (var happened in events) Happen(happened, changes);
        _days.Take(_lastDay, counts);
        foreach (var happened in events)
            if (happened.Kind == HealthEventKind.Incident) _articles[happened.Article].LeftOutToday = false;
        foreach (var count in counts)
            if (count.Harms > 0) Change(count.Article, StateMachine.OnHarm(_articles[count.Article].Standing, _lastDay), changes);
        if (IsSunday(_lastDay)) CloseWeek(_lastDay, changes);
        return changes;
    }

    public HealthState StateOf(int article) => _articles[article].Standing.State;

    public Standing StandingOf(int article) => _articles[article].Standing;

    /// <summary>
    /// What the evidence says now. <paramref name="since"/>: sums of days that were not advanced over yet, so that an article's own page shows an
    /// outcome at once; states change only when days are advanced.
    /// </summary>
    public ArticleEstimate EstimateOf(int article, in DayCounts since = default) =>
        _weeks.Estimate(_articles[article], _topics[_articles[article].Topic], since);

    /// <summary>The same of all articles, by their numbers. Only after a closed week (<see cref="LastDay"/> is a Sunday).</summary>
    public ArticleEstimate[] EstimatesAtWeeksEnd()
    {
        var all = new ArticleEstimate[_articles.Count];
        Parallel.For(0, all.Length, number => all[number] = EstimateOf(number));
        return all;
    }

    /// <summary>Writes everything that later days build upon. Only after a closed week (<see cref="LastDay"/> is a Sunday).</summary>
    /// <exception cref="InvalidOperationException">The week is still open.</exception>
    public void Save(Stream output)
    {
        if (_lastDay >= 0 && !IsSunday(_lastDay)) throw new InvalidOperationException("The state is saved at the end of a week only.");
        new SavedState(_lastDay, Site, _topics, _articles).Write(output);
    }

    /// <exception cref="InvalidDataException">Not a saved state, or of another version: advance from the beginning.</exception>
    public static HealthModel Load(Stream input, HealthSettings settings)
    {
        var saved = SavedState.Read(input, settings.PlaceboRate);
        var model = new HealthModel(settings, saved.Site) { _lastDay = saved.LastDay };
        model._topics.AddRange(saved.Topics);
        model._articles.AddRange(saved.Articles);
        return model;
    }

    private void Happen(HealthEvent happened, List<Transition> changes)
    {
        if (happened.Kind == HealthEventKind.TopicIncident)
        {
            Known(happened.Article);
            _topics[happened.Article].LeftOutToday = true;
            return;
        }
        var article = _articles[happened.Article];
        if (happened.Kind == HealthEventKind.Incident) article.LeftOutToday = true;
        _weeks.Revise(article, _topics[article.Topic], happened.Kind);
        Change(happened.Article, StateMachine.OnEvent(article.Standing, happened.Kind, _lastDay), changes);
    }

    private void CloseWeek(int day, List<Transition> changes)
    {
        _weeks.Close(_articles, _topics);
        var estimates = EstimatesAtWeeksEnd();
        var allowed = FlagList.MayBeFlagged(Suspects(estimates), Settings.FalseFlags);
        for (var number = 0; number < _articles.Count; number++)
        {
            var article = _articles[number];
            if (article.Message is null && article.Standing.State == HealthState.NotEnoughEvidence) continue;
            // What is learnt of one rewrite tells about the others.
            var estimate = article.Rewrite is null ? estimates[number] : EstimateOf(number);
            if (article.Standing.State == HealthState.Verifying && StateMachine.OnWeek(article.Standing, estimate, false, day).Cause is not null)
                _weeks.LearnFrom(article);
            Change(number, StateMachine.OnWeek(article.Standing, estimate, allowed.Contains(number), day), changes, estimate);
        }
    }

    private IEnumerable<(int Article, ArticleEstimate Estimate, double LogOdds)> Suspects(ArticleEstimate[] estimates)
    {
        for (var number = 0; number < _articles.Count; number++)
        {
            var article = _articles[number];
            if (article.Reading.Bad < FlagList.LeastBad || article.Standing.State == HealthState.Withdrawn)
            {
                article.WrongLogOdds = FlagList.Start;
                continue;
            }
            article.WrongLogOdds = FlagList.Follow(article.WrongLogOdds, estimates[number], Site.Dispersion.Value);
            yield return (number, estimates[number], article.WrongLogOdds);
        }
    }

    private void Change(int number, (Standing Standing, TransitionCause? Cause) to, List<Transition> changes, ArticleEstimate? estimate = null)
    {
        var article = _articles[number];
        var from = article.Standing.State;
        article.Standing = to.Standing;
        if (to.Cause is { } cause)
            changes.Add(new Transition(number, DateOnly.FromDayNumber(_lastDay), from, to.Standing.State, cause, estimate ?? EstimateOf(number)));
    }

    private void Known(int topic)
    {
        while (_topics.Count <= topic) _topics.Add(new TopicTrail(Expectation.Learnt(default, Expectation.Site(default), Settings.PlaceboRate)));
    }

    private static bool IsSunday(int day) => day % 7 == 6;
}
