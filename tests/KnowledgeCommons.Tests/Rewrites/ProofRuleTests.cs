using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Tests.Rewrites;

public sealed class ProofRuleTests
{
    private static readonly DateTimeOffset Answered = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly long Day = Server.Feedback.Readings.DayOf(Answered);

    [Theory]
    [InlineData(0.97, 0.93, 0.01, true, Proof.Helped, 0.93)]
    [InlineData(0.95, 0.50, 0.10, true, Proof.InOrder, 0.95)]
    [InlineData(0.95, 0.95, 0.10, false, Proof.InOrder, 0.95)]
    [InlineData(0.10, 0.02, 0.94, true, Proof.Worse, 0.94)]
    [InlineData(0.40, 0.08, 0.30, true, Proof.NoBetter, 0.92)]
    [InlineData(0.12, 0.50, 0.30, false, Proof.NoBetter, 0.88)]
    [InlineData(0.60, 0.70, 0.10, true, Proof.CannotTell, 0.70)]
    [InlineData(0.60, 0.70, 0.10, false, Proof.CannotTell, 0.60)]
    public void A_verdict_is_told_in_the_words_of_the_states(double works, double helped, double worse, bool mayClaim, string word, double sure)
    {
        var (verdict, percent) = ProofRule.Of(Judged(HealthState.Verifying, new RewriteVerdict(works, helped, worse, mayClaim)), Answered);
        Assert.Equal(word, verdict);
        Assert.Equal(sure, percent ?? 0, 3);
    }

    [Fact]
    public void A_judgement_of_before_the_answer_says_nothing_about_it() =>
        Assert.Equal(Proof.CannotTell, ProofRule.Of(Judged(HealthState.Fixed, verdict: null), Answered.AddDays(2)).Verdict);

    [Theory]
    [InlineData(4, TransitionCause.StillFailing, Proof.NoBetter)]
    [InlineData(4, TransitionCause.Evidence, Proof.CannotTell)]
    [InlineData(8, TransitionCause.RewriteWorks, Proof.InOrder)]
    [InlineData(10, TransitionCause.TwoRewritesFailed, Proof.NoBetter)]
    [InlineData(9, TransitionCause.TooFewReaders, Proof.CannotTell)]
    public void Where_the_verdict_has_passed_the_state_that_came_of_it_holds(int state, object cause, string word) =>
        Assert.Equal(word, ProofRule.Of(Judged((HealthState)state, verdict: null, (TransitionCause)cause), Answered).Verdict);

    private static Judgement Judged(HealthState state, RewriteVerdict? verdict, TransitionCause cause = TransitionCause.Evidence) =>
        Judgement.Of("vpn", Day, state, cause, Day, Estimates.Of(0.5) with { Verdict = verdict });
}
