using static KnowledgeCommons.Server.Health.Model.HealthState;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Moves an article from state to state: by evidence at the end of a week, by what people do on their day. Pure.</summary>
internal static class StateMachine
{
    public const int VerifyingDays = 16 * 7;
    public const int UnverifiedDays = 26 * 7;
    public const int QuietDays = 12 * 7;
    private const double LeastExpected = 0.5;
    private const double LeastAboveOrdinary = 0.5;
    private const double Works = 0.90;
    private const double Fails = 0.15;
    private const int FailedRewrites = 2;
    private const int FewestWeeks = 2;

    /// <summary>What a week's evidence makes of an article; the cause is null when its state stays.</summary>
    public static (Standing Standing, TransitionCause? Cause) OnWeek(Standing now, ArticleEstimate estimate, bool mayBeFlagged, int day) => now.State switch
    {
        Withdrawn or BeingRewritten or NeedsServiceFix => (now, null),
        Verifying => OnVerifying(now, estimate, day),
        Unverified when day - now.Since < UnverifiedDays => (now, null),
        Unverified => To(now, ByEvidence(now, estimate, mayBeFlagged), TransitionCause.JudgedAgain, day),
        PageIsRight when day < now.QuietUntil => (now, null),
        PageIsRight => To(now, ByEvidence(now, estimate, mayBeFlagged), TransitionCause.QuietIsOver, day),
        Flagged when now.HeldUp => (now, null),
        _ => OnEvidence(now, estimate, mayBeFlagged, day)
    };

    /// <summary>What an event makes of an article; the cause is null when its state stays.</summary>
    public static (Standing Standing, TransitionCause? Cause) OnEvent(Standing now, HealthEventKind kind, int day) => kind switch
    {
        HealthEventKind.Withdrawn => To(now, Withdrawn, TransitionCause.Withdrawn, day),
        HealthEventKind.Restored when now.State == Withdrawn => To(now, NotEnoughEvidence, TransitionCause.Restored, day),
        _ when now.State == Withdrawn => (now, null),
        HealthEventKind.Rewrite => To(now, Verifying, TransitionCause.RewritePublished, day),
        HealthEventKind.PageIsRight => To(now with { QuietUntil = day + QuietDays }, PageIsRight, TransitionCause.OwnerSaysRight, day),
        HealthEventKind.RewriteTaken => To(now, BeingRewritten, TransitionCause.RewriteTaken, day),
        HealthEventKind.RewriteGivenBack when now.State == BeingRewritten => To(now, WorthALook, TransitionCause.RewriteGivenBack, day),
        HealthEventKind.FlagRaised => Held(now, TransitionCause.ByHand, day),
        HealthEventKind.ServiceFixed when now.State == NeedsServiceFix =>
            To(now with { FailedRewrites = 0 }, NotEnoughEvidence, TransitionCause.ServiceFixed, day),
        _ => (now, null)
    };

    /// <summary>Somebody lost something or was put at risk: flagged at once, unless somebody is at work on it already.</summary>
    public static (Standing Standing, TransitionCause? Cause) OnHarm(Standing now, int day) =>
        now.State is Withdrawn or BeingRewritten ? (now, null) : Held(now, TransitionCause.Harm, day);

    private static (Standing, TransitionCause?) Held(Standing now, TransitionCause cause, int day) => To(now with { HeldUp = true }, Flagged, cause, day);

    private static (Standing, TransitionCause?) OnVerifying(Standing now, ArticleEstimate estimate, int day)
    {
        if (estimate.Verdict is { } verdict && estimate.Weeks >= FewestWeeks && estimate.Expected >= LeastExpected)
        {
            if (verdict.Works >= Works) return To(now with { FailedRewrites = 0 }, Fixed, TransitionCause.RewriteWorks, day);
            if (verdict.Works <= Fails) return StillFailing(now with { FailedRewrites = now.FailedRewrites + 1 }, day);
        }
        return day - now.Since >= VerifyingDays ? To(now, Unverified, TransitionCause.TooFewReaders, day) : (now, null);
    }

    private static (Standing, TransitionCause?) StillFailing(Standing now, int day) => now.FailedRewrites >= FailedRewrites
        ? To(now, NeedsServiceFix, TransitionCause.TwoRewritesFailed, day)
        : To(now, Flagged, TransitionCause.StillFailing, day);

    private static (Standing, TransitionCause?) OnEvidence(Standing now, ArticleEstimate estimate, bool mayBeFlagged, int day)
    {
        var next = ByEvidence(now, estimate, mayBeFlagged);
        return To(now, next, next == NeedsServiceFix ? TransitionCause.HardTopic : TransitionCause.Evidence, day);
    }

    /// <summary>Each state is left at a lower probability than it is entered at, so that nothing flickers.</summary>
    private static HealthState ByEvidence(Standing now, ArticleEstimate estimate, bool mayBeFlagged) => estimate switch
    {
        _ when mayBeFlagged => Flagged,
        { Bad: >= 0.5 } when now.State == Flagged => Flagged,
        { Hard: >= 0.80, AboveOrdinaryPerWeek: >= LeastAboveOrdinary } when FlagGuards.EnoughSeen(estimate) => NeedsServiceFix,
        { Bad: >= 0.5 } => WorthALook,
        { Bad: >= 0.4 } when now.State is Flagged or WorthALook => WorthALook,
        { Expected: < LeastExpected, Bad: < 0.4 } => NotEnoughEvidence,
        { Bad: >= 0.2 } => Watch,
        { Bad: >= 0.15 } when now.State is Flagged or WorthALook or Watch => Watch,
        _ => now.State == Fixed ? Fixed : Healthy
    };

    private static (Standing, TransitionCause?) To(Standing now, HealthState state, TransitionCause cause, int day) =>
        now.State == state ? (now, null) : (now with { State = state, Since = day, HeldUp = now.HeldUp && state == Flagged }, cause);
}
