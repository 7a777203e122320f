namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Tells from daily sums which articles cause contacts that a better article would have spared. Deterministic: the same days and events in the
/// same order give the same state to the bit; it knows no clock, no database and no chance. Not for several threads at once.
/// <para>Days are advanced one after another; a Sunday closes the week, judges all articles and moves their states. What owners do, and reports of
/// harm, act on their day.</para>
/// <para>Late news about a past day: <see cref="Load"/> the newest state saved before that day and advance again from there. The result is the
/// same as if the news had come in time. Saving after a closed week costs about 800 bytes an article.</para>
/// </summary>
internal sealed class HealthModel
{
    public HealthModel(HealthSettings settings) => Settings = settings;

    public HealthSettings Settings { get; }

    /// <summary>The last day that was advanced over; null at the beginning.</summary>
    public DateOnly? LastDay { get; private set; }

    public int Articles { get; private set; }

    /// <summary>Takes up a new article under a topic (numbered from 0 by the caller) and gives its number: 0, 1, 2, …</summary>
    public int Enter(int topic) => throw new NotImplementedException();

    /// <summary>Moves an article to another topic; its evidence stays.</summary>
    public void Move(int article, int topic) => throw new NotImplementedException();

    /// <summary>
    /// Advances over one day: the counts of all articles that saw anything (each at most once, in any order) and the events of the day in their
    /// order. Days in between that are skipped count as quiet days. Returns the states that changed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not after <see cref="LastDay"/>, or an article is unknown.</exception>
    public IReadOnlyList<Transition> Advance(DateOnly day, ReadOnlySpan<DayCounts> counts, ReadOnlySpan<HealthEvent> events) =>
        throw new NotImplementedException();

    public HealthState StateOf(int article) => throw new NotImplementedException();

    /// <summary>
    /// What the evidence says now. <paramref name="since"/>: sums of days that were not advanced over yet, so that an article's own page shows an
    /// outcome at once; states change only when days are advanced.
    /// </summary>
    public ArticleEstimate EstimateOf(int article, in DayCounts since = default) => throw new NotImplementedException();

    /// <summary>Writes everything that later days build upon. Only after a closed week (<see cref="LastDay"/> is a Sunday).</summary>
    public void Save(Stream output) => throw new NotImplementedException();

    /// <exception cref="InvalidDataException">Not a saved state, or of another version: advance from the beginning.</exception>
    public static HealthModel Load(Stream input, HealthSettings settings) => throw new NotImplementedException();
}
