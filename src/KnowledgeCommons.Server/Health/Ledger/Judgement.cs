using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>The newest judgement of an article; 111-evidence.sql says what each column holds. The numbers are read only where somebody looks at them.</summary>
public sealed record Judgement
{
    private const double WorthWriting = 0.005;
    private const double ContactsWorthWriting = 0.05;
    private const int WeeksUnwritten = 4;

    private ArticleEstimate? _read;

    public string Article { get; init; } = "";
    public long Day { get; init; }
    public long State { get; init; }
    public long Cause { get; init; }
    public long ChangedDay { get; init; }

    /// <summary>Probability from 0 to 1 that the page causes at least half again as many contacts as it should.</summary>
    public double Bad { get; init; }

    /// <summary>Contacts a week that a good rewrite would spare.</summary>
    public double Excess { get; init; }

    internal string Estimate { get; init; } = "{}";

    internal ArticleEstimate Numbers => _read ??= EstimateText.Read(Estimate);
    internal HealthState Stands => (HealthState)State;
    internal TransitionCause Because => (TransitionCause)Cause;

    internal static Judgement Of(string article, long day, HealthState state, TransitionCause cause, long changedDay, ArticleEstimate estimate) => new()
    {
        Article = article,
        Day = day,
        State = (long)state,
        Cause = (long)cause,
        ChangedDay = changedDay,
        Bad = estimate.Bad,
        Excess = estimate.ExcessPerWeek,
        Estimate = EstimateText.Of(estimate),
        _read = estimate
    };

    /// <summary>
    /// Whether what is kept has to be written again. That of an article which nobody is asked to look at waits until its chance moves by half a percent, or four
    /// to seven weeks; <paramref name="turn"/> (any number of its own) says when, so that not all come in the same night.
    /// </summary>
    internal static bool IsNews(Judgement? kept, long day, HealthState state, TransitionCause cause, long changedDay, ArticleEstimate estimate, int turn) =>
        kept is null || state is not (HealthState.NotEnoughEvidence or HealthState.Healthy) || estimate.Verdict is not null
        || (kept.Stands, kept.Because, kept.ChangedDay) != (state, cause, changedDay)
        || Math.Abs(kept.Bad - estimate.Bad) >= WorthWriting || Math.Abs(kept.Excess - estimate.ExcessPerWeek) >= ContactsWorthWriting
        || day - kept.Day >= 7 * (WeeksUnwritten + (turn % WeeksUnwritten));
}
