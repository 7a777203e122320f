using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Tests.Rewrites;

namespace KnowledgeCommons.Tests.Health;

public sealed class JudgementTests
{
    private const long Sunday = 20_000;
    private static readonly ArticleEstimate Fine = Estimates.Of(bad: 0.1);

    [Fact]
    public void One_that_is_not_kept_yet_is_news() => Assert.True(Judgement.IsNews(null, Sunday, HealthState.Healthy, TransitionCause.Evidence, Sunday, Fine, turn: 0));

    [Theory]
    [InlineData(0.1, HealthState.Healthy, 7, false)]
    [InlineData(0.104, HealthState.Healthy, 7, false)]
    [InlineData(0.106, HealthState.Healthy, 7, true)]
    [InlineData(0.1, HealthState.Healthy, 27, false)]
    [InlineData(0.1, HealthState.Healthy, 28, true)]
    [InlineData(0.1, HealthState.Watch, 7, true)]
    [InlineData(0.1, HealthState.Flagged, 7, true)]
    public void Of_an_article_that_nobody_is_asked_to_look_at_it_is_news_when_it_moved_or_four_weeks_passed(double bad, HealthState state, int days, bool isNews)
    {
        var kept = Judgement.Of("KB-7", Sunday, state, TransitionCause.Evidence, Sunday, Fine);
        Assert.Equal(isNews, Judgement.IsNews(kept, Sunday + days, state, TransitionCause.Evidence, Sunday, Fine with { Bad = bad }, turn: 8));
    }

    [Fact]
    public void A_change_of_state_or_a_verdict_is_news_at_once()
    {
        var kept = Judgement.Of("KB-7", Sunday, HealthState.NotEnoughEvidence, TransitionCause.Evidence, Sunday, Fine);
        Assert.True(Judgement.IsNews(kept, Sunday + 7, HealthState.Healthy, TransitionCause.Evidence, Sunday + 7, Fine, turn: 0));
        var judged = Fine with { Verdict = new RewriteVerdict(Works: 0.7, Helped: 0.6, Worse: 0.1, MayClaimEffect: true) };
        Assert.True(Judgement.IsNews(kept, Sunday + 7, HealthState.NotEnoughEvidence, TransitionCause.Evidence, Sunday, judged, turn: 0));
    }

    [Fact]
    public void Articles_take_turns_so_that_not_all_are_written_in_the_same_night()
    {
        var kept = Judgement.Of("KB-7", Sunday, HealthState.Healthy, TransitionCause.Evidence, Sunday, Fine);
        var weeks = Enumerable.Range(0, 400).CountBy(turn => Enumerable.Range(1, 20)
            .First(week => Judgement.IsNews(kept, Sunday + (7 * week), HealthState.Healthy, TransitionCause.Evidence, Sunday, Fine, turn)));
        Assert.Equal([(4, 100), (5, 100), (6, 100), (7, 100)], weeks.Select(week => (week.Key, week.Value)).Order());
    }

    [Theory]
    [InlineData(0.0123456, "0.01235")]
    [InlineData(123.456, "123.5")]
    [InlineData(98765.4, "98765")]
    [InlineData(0, "0")]
    public void Numbers_are_kept_with_four_digits_that_count(double value, string written) =>
        Assert.Contains($"\"Fault\":{written},", Judgement.Of("KB-7", Sunday, HealthState.Healthy, TransitionCause.Evidence, Sunday, Fine with { Fault = value }).Estimate, StringComparison.Ordinal);
}
