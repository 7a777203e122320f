using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Themes;
using KnowledgeCommons.Tests.Architecture;
using static KnowledgeCommons.Server.Health.Model.HealthState;

namespace KnowledgeCommons.Tests.Health.Model;

public sealed class TransitionWordsTests
{
    private static readonly Texts Words = Texts.Read(Repository.Path("themes/default/texts.en.yml"));

    public static TheoryData<TransitionCause> Causes => [.. Enum.GetValues<TransitionCause>().Except([TransitionCause.Evidence])];

    [Fact]
    public void A_flag_says_what_was_seen_what_was_expected_and_how_sure_we_are() => Assert.Equal(
        "20 of 200 people had to contact us after reading it, about 8 would be expected. We are 95 % sure that the page is the cause; a good rewrite would spare about 1.2 contacts a week.",
        Sentence(Flagged, TransitionCause.Evidence));

    [Fact]
    public void A_rewrite_that_works_says_so_and_thanks() => Assert.Equal(
        "The rewrite works: we are 92 % sure that it does as well as it should. Thank you.", Sentence(Fixed, TransitionCause.RewriteWorks));

    [Theory]
    [InlineData(NotEnoughEvidence)]
    [InlineData(Healthy)]
    [InlineData(Watch)]
    [InlineData(WorthALook)]
    [InlineData(Flagged)]
    [InlineData(Fixed)]
    public void Every_state_that_evidence_leads_to_has_its_sentence(HealthState to) => AssertWhole(Sentence(to, TransitionCause.Evidence));

    [Theory]
    [MemberData(nameof(Causes))]
    public void Every_other_cause_has_its_sentence(TransitionCause cause) => AssertWhole(Sentence(Healthy, cause));

    [Fact]
    public void Nothing_is_ever_a_hundred_per_cent_sure()
    {
        Assert.Contains(("percent", "99"), TransitionWords.ValuesOf(Estimates.Of(0.9999)));
    }

    private static string Sentence(HealthState to, TransitionCause cause)
    {
        var estimate = Estimates.Of(0.95) with { Verdict = new RewriteVerdict(Works: 0.92, Helped: 0.9, Worse: 0.01, MayClaimEffect: true) };
        return Words.With(TransitionWords.KeyOf(cause, to), TransitionWords.ValuesOf(estimate));
    }

    private static void AssertWhole(string sentence)
    {
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("[", sentence, StringComparison.Ordinal);
    }
}
