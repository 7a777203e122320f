using KnowledgeCommons.Server.Health.Model;
using static KnowledgeCommons.Server.Health.Model.HealthState;

namespace KnowledgeCommons.Tests.Health.Model;

public sealed class StateMachineTests
{
    private const int Day = 1000;

    [Theory]
    [InlineData(NotEnoughEvidence, 0.1, false, Healthy)]
    [InlineData(Healthy, 0.19, false, Healthy)]
    [InlineData(Healthy, 0.20, false, Watch)]
    [InlineData(Watch, 0.16, false, Watch)]
    [InlineData(Watch, 0.14, false, Healthy)]
    [InlineData(Watch, 0.50, false, WorthALook)]
    [InlineData(WorthALook, 0.41, false, WorthALook)]
    [InlineData(WorthALook, 0.39, false, Watch)]
    [InlineData(WorthALook, 0.95, false, WorthALook)]
    [InlineData(WorthALook, 0.95, true, Flagged)]
    [InlineData(Flagged, 0.51, false, Flagged)]
    [InlineData(Flagged, 0.49, false, WorthALook)]
    [InlineData(Flagged, 0.10, false, Healthy)]
    [InlineData(Fixed, 0.10, false, Fixed)]
    [InlineData(Fixed, 0.30, false, Watch)]
    public void Evidence_moves_an_article_and_each_state_is_left_later_than_it_is_entered(HealthState from, double bad, bool mayBeFlagged, HealthState to)
    {
        var (standing, cause) = StateMachine.OnWeek(At(from), Estimate(bad), mayBeFlagged, Day);
        Assert.Equal(to, standing.State);
        Assert.Equal(from == to ? null : TransitionCause.Evidence, cause);
    }

    [Fact]
    public void With_less_than_half_a_failure_expected_nobody_can_tell() =>
        Assert.Equal(NotEnoughEvidence, StateMachine.OnWeek(At(Healthy), Estimate(0.14) with { Expected = 0.4 }, mayBeFlagged: false, Day).Standing.State);

    [Theory]
    [InlineData(HealthEventKind.PageIsRight, Flagged, PageIsRight, TransitionCause.OwnerSaysRight)]
    [InlineData(HealthEventKind.RewriteTaken, Flagged, BeingRewritten, TransitionCause.RewriteTaken)]
    [InlineData(HealthEventKind.RewriteGivenBack, BeingRewritten, WorthALook, TransitionCause.RewriteGivenBack)]
    [InlineData(HealthEventKind.Rewrite, BeingRewritten, Verifying, TransitionCause.RewritePublished)]
    [InlineData(HealthEventKind.FlagRaised, Healthy, Flagged, TransitionCause.ByHand)]
    [InlineData(HealthEventKind.ServiceFixed, NeedsServiceFix, NotEnoughEvidence, TransitionCause.ServiceFixed)]
    [InlineData(HealthEventKind.Withdrawn, Flagged, Withdrawn, TransitionCause.Withdrawn)]
    [InlineData(HealthEventKind.Restored, Withdrawn, NotEnoughEvidence, TransitionCause.Restored)]
    [InlineData(HealthEventKind.MinorRevision, Flagged, Flagged, null)]
    [InlineData(HealthEventKind.FlagRaised, Withdrawn, Withdrawn, null)]
    [InlineData(HealthEventKind.RewriteGivenBack, Healthy, Healthy, null)]
    public void What_people_do_acts_at_once(HealthEventKind kind, HealthState from, HealthState to, TransitionCause? cause)
    {
        var (standing, because) = StateMachine.OnEvent(At(from), kind, Day);
        Assert.Equal(to, standing.State);
        Assert.Equal(cause, because);
    }

    [Fact]
    public void A_page_that_its_owner_called_right_is_not_flagged_for_twelve_weeks_and_then_is()
    {
        var right = StateMachine.OnEvent(At(Flagged), HealthEventKind.PageIsRight, Day).Standing;
        Assert.Equal(PageIsRight, StateMachine.OnWeek(right, Estimate(0.99), mayBeFlagged: true, Day + 83).Standing.State);
        Assert.Equal((Flagged, TransitionCause.QuietIsOver), Short(StateMachine.OnWeek(right, Estimate(0.99), mayBeFlagged: true, Day + 84)));
    }

    [Fact]
    public void A_report_of_harm_flags_at_once_and_evidence_alone_does_not_take_it_down()
    {
        var (harmed, cause) = StateMachine.OnHarm(At(NotEnoughEvidence), Day);
        Assert.Equal((Flagged, TransitionCause.Harm), (harmed.State, cause));
        Assert.Equal(Flagged, StateMachine.OnWeek(harmed, Estimate(0.01), mayBeFlagged: false, Day + 7).Standing.State);
        Assert.Equal(BeingRewritten, StateMachine.OnHarm(At(BeingRewritten), Day).Standing.State);
    }

    [Fact]
    public void A_rewrite_that_works_is_fixed_and_one_that_still_fails_is_flagged_again()
    {
        Assert.Equal((Fixed, TransitionCause.RewriteWorks), Short(StateMachine.OnWeek(At(Verifying), Verified(works: 0.92), mayBeFlagged: false, Day + 21)));
        Assert.Equal((Flagged, TransitionCause.StillFailing), Short(StateMachine.OnWeek(At(Verifying), Verified(works: 0.10), mayBeFlagged: false, Day + 21)));
        Assert.Equal(Verifying, StateMachine.OnWeek(At(Verifying), Verified(works: 0.60), mayBeFlagged: true, Day + 21).Standing.State);
    }

    [Fact]
    public void A_verdict_needs_two_weeks_and_half_a_failure_expected()
    {
        Assert.Equal(Verifying, StateMachine.OnWeek(At(Verifying), Verified(0.99) with { Weeks = 1 }, mayBeFlagged: false, Day + 7).Standing.State);
        Assert.Equal(Verifying, StateMachine.OnWeek(At(Verifying), Verified(0.99) with { Expected = 0.4 }, mayBeFlagged: false, Day + 28).Standing.State);
    }

    [Fact]
    public void After_two_rewrites_that_failed_the_service_has_to_change() =>
        Assert.Equal((NeedsServiceFix, TransitionCause.TwoRewritesFailed),
            Short(StateMachine.OnWeek(At(Verifying) with { FailedRewrites = 1 }, Verified(works: 0.10), mayBeFlagged: false, Day + 21)));

    [Fact]
    public void After_sixteen_weeks_without_a_verdict_there_were_too_few_readers_and_after_26_more_it_is_judged_again()
    {
        var (open, cause) = StateMachine.OnWeek(At(Verifying), Verified(works: 0.6), mayBeFlagged: false, Day + 112);
        Assert.Equal((Unverified, TransitionCause.TooFewReaders), (open.State, cause));
        Assert.Equal(Unverified, StateMachine.OnWeek(open, Estimate(0.95), mayBeFlagged: true, open.Since + 181).Standing.State);
        Assert.Equal((Flagged, TransitionCause.JudgedAgain), Short(StateMachine.OnWeek(open, Estimate(0.95), mayBeFlagged: true, open.Since + 182)));
    }

    [Fact]
    public void A_hard_topic_with_many_contacts_is_the_services_to_fix()
    {
        var hard = Estimate(0.1) with { Hard = 0.85, AboveOrdinaryPerWeek = 0.6 };
        Assert.Equal((NeedsServiceFix, TransitionCause.HardTopic), Short(StateMachine.OnWeek(At(Watch), hard, mayBeFlagged: false, Day)));
        Assert.Equal(Healthy, StateMachine.OnWeek(At(Healthy), hard with { AboveOrdinaryPerWeek = 0.4 }, mayBeFlagged: false, Day).Standing.State);
    }

    private static (HealthState State, TransitionCause? Cause) Short((Standing Standing, TransitionCause? Cause) moved) => (moved.Standing.State, moved.Cause);

    private static Standing At(HealthState state) => new() { State = state, Since = Day };

    private static ArticleEstimate Verified(double works) => Estimate(0.3) with { Verdict = new RewriteVerdict(works, 0.5, 0.1, MayClaimEffect: true) };

    private static ArticleEstimate Estimate(double bad) => Estimates.Of(bad);
}
