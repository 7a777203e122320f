using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Tests.Health.Model;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(0.91, 0.01, true, VerdictWord.Helped)]
    [InlineData(0.89, 0.01, true, VerdictWord.CannotTellYet)]
    [InlineData(0.05, 0.20, true, VerdictWord.NoBetter)]
    [InlineData(0.02, 0.93, true, VerdictWord.Worse)]
    [InlineData(0.99, 0.01, false, VerdictWord.CannotTellYet)]
    public void A_verdict_says_a_word_only_when_it_is_ninety_per_cent_sure(double helped, double worse, bool mayClaim, VerdictWord word) =>
        Assert.Equal(word, new RewriteVerdict(0.5, helped, worse, mayClaim).Word);

    [Fact]
    public void A_bad_page_whose_rewrite_brings_the_expected_contacts_only_has_helped_and_one_that_goes_on_has_not()
    {
        Assert.Equal(VerdictWord.Helped, After(failedADay: 0.3f).Word);
        Assert.Equal(VerdictWord.NoBetter, After(failedADay: 1.4f).Word);
    }

    [Fact]
    public void A_page_that_was_only_unlucky_is_not_said_to_have_been_helped()
    {
        var unlucky = After(failedADay: 0.3f, failedBefore: 0.34f);
        Assert.False(unlucky.MayClaimEffect);
        Assert.Equal(VerdictWord.CannotTellYet, unlucky.Word);
    }

    [Fact]
    public void A_page_that_was_bad_with_less_than_eighty_per_cent_may_be_in_order_now_but_nobody_says_the_rewrite_did_it()
    {
        var perhaps = After(failedADay: 0.3f, failedBefore: 0.48f);
        Assert.True(perhaps is { Helped: > 0.92, Works: > 0.95 });
        Assert.Equal(VerdictWord.CannotTellYet, perhaps.Word);
        Assert.Equal(VerdictWord.Helped, After(failedADay: 0.3f, failedBefore: 0.52f).Word);
    }

    // Ten pages of one topic, eight readers a day each; the first is rewritten after twenty weeks and followed for twelve.
    private static RewriteVerdict After(float failedADay, float failedBefore = 1.4f)
    {
        var (model, monday) = (new HealthModel(new HealthSettings()), new DateOnly(2024, 1, 1));
        for (var article = 0; article < 10; article++) model.Enter(topic: 0);
        for (var day = 0; day < 32 * 7; day++)
            model.Advance(monday.AddDays(day), [.. Enumerable.Range(0, 10).Select(article => Day(article, article > 0 ? 0.3f : day < 140 ? failedBefore : failedADay))],
                day == 140 ? [new HealthEvent(HealthEventKind.Rewrite, 0)] : []);
        return Assert.IsType<RewriteVerdict>(model.EstimateOf(0).Verdict);
    }

    private static DayCounts Day(int article, float failed) => new()
    {
        Article = article,
        Episodes = 8,
        Failed = failed,
        FirstFailures = failed,
        Reasons = failed,
        PageReasons = 0.14f + (0.85f * Math.Max(0, failed - 0.3f))
    };
}
