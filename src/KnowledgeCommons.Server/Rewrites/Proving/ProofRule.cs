using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// From the model's judgement to what it means for a rewrite, by the states of health-model 3.6: in order from 90 % that the new page's fault is below 1.5,
/// still failing up to 15 %. That it helped, or made things worse, is said only when the model may claim an effect. Pure.
/// </summary>
internal static class ProofRule
{
    private const double InOrder = 0.90;
    private const double Failing = 0.15;

    /// <summary>
    /// One of the words of <see cref="Proof"/>, and how sure it is, from 0 to 1. A judgement of before the answer was published says nothing about it: then that
    /// is null.
    /// </summary>
    public static (string Verdict, double? Sure) Of(Judgement? judged, DateTimeOffset answered)
    {
        var day = Feedback.Readings.DayOf(answered);
        if (judged is null || judged.Day < day) return (Proof.CannotTell, null);
        return judged.Numbers.Verdict is { } verdict ? Of(verdict) : OfState(judged, day);
    }

    private static (string, double) Of(RewriteVerdict verdict) => verdict switch
    {
        { Word: VerdictWord.Helped } => (Proof.Helped, verdict.Helped),
        { Works: >= InOrder } => (Proof.InOrder, verdict.Works),
        { Word: VerdictWord.Worse } => (Proof.Worse, verdict.Worse),
        { Word: VerdictWord.NoBetter } => (Proof.NoBetter, 1 - verdict.Helped),
        { Works: <= Failing } => (Proof.NoBetter, 1 - verdict.Works),
        _ => (Proof.CannotTell, verdict.MayClaimEffect ? verdict.Helped : verdict.Works)
    };

    // The model drops its verdict once it has passed it; the state that came of it stays.
    private static (string, double) OfState(Judgement judged, long answered) => judged.Stands switch
    {
        HealthState.Fixed when judged.ChangedDay >= answered => (Proof.InOrder, 1 - judged.Bad),
        HealthState.Flagged when judged.ChangedDay >= answered && judged.Because is TransitionCause.StillFailing => (Proof.NoBetter, judged.Bad),
        HealthState.NeedsServiceFix when judged.ChangedDay >= answered && judged.Because is TransitionCause.TwoRewritesFailed => (Proof.NoBetter, judged.Bad),
        _ => (Proof.CannotTell, 1 - judged.Bad)
    };
}
