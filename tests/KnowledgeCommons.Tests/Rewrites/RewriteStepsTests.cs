using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>Every change of state, as a pure step.</summary>
public sealed class RewriteStepsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("ana", "Ana Ruiz", "", "ana@example.com", Phone: null, []);
    private static readonly Person Ben = new("ben", "Ben Okafor", "", "ben@example.com", Phone: null, []);
    private static readonly Service Network = new("net", "The network team");
    private static readonly RewriteCase Fresh = new() { Id = "1", Number = 12, Article = "vpn", Revision = "old", Owner = "ana", OwnerName = "Ana Ruiz" };

    [Fact]
    public void Whoever_takes_it_writes_and_is_not_told_what_they_did()
    {
        var taken = OwnerSteps.Assign(Fresh, Ana, Ana, due: null, Now);
        Assert.Equal((RewriteState.Assigned, "ana", null), (taken?.After.State, taken?.After.Assigned, taken?.Tell));
    }

    [Fact]
    public void Whoever_is_given_it_is_told_and_the_day_stands_there()
    {
        var given = OwnerSteps.Assign(Fresh, Ana, Ben, Now.AddDays(7), Now);
        Assert.Equal(("ben", Now.AddDays(7), "ben"), (given?.After.Assigned, given?.After.Due, given?.Tell));
        Assert.True(given?.After.IsOverdue(Now.AddDays(8)));
        Assert.False(given?.After.IsOverdue(Now.AddDays(6)));
    }

    [Fact]
    public void What_is_put_off_is_in_nobodys_way_until_then()
    {
        var later = OwnerSteps.Snooze(Fresh, Ana, Now.AddDays(3), Now)?.After ?? Fresh;
        Assert.True(later.IsSnoozed(Now.AddDays(2)));
        Assert.False(later.IsSnoozed(Now.AddDays(4)));
        Assert.Empty(OwnersWork.Of(["ana"], [later], Now).Things);
        Assert.Single(OwnersWork.Of(["ana"], [later], Now.AddDays(4)).Things);
    }

    [Fact]
    public void A_page_that_is_right_settles_the_case_and_everybody_is_told_at_once_why()
    {
        var right = OwnerSteps.Decline(Fresh, Ana, "It needs an admin by law.", Now)?.After;
        Assert.Equal((RewriteState.Declined, Now, "It needs an admin by law.", "Ana Ruiz"), (right?.State, right?.TellAt, right?.ChangeWords, right?.ChangedBy));
    }

    [Fact]
    public void A_published_answer_waits_for_proof_and_those_who_complained_hear_of_it_a_day_later()
    {
        var published = ProofSteps.Publish(Fresh, new PublishedAnswer("new", "Ada", "The button is named as it is now.", "abc"), Now);
        Assert.Equal((RewriteState.Verifying, "new", Now.AddDays(1)), (published?.After.State, published?.After.Answer, published?.After.TellAt));
        Assert.Equal("ana", published?.Tell);
    }

    [Theory]
    [InlineData("old")]
    [InlineData("tried")]
    public void The_version_that_was_complained_of_is_no_answer(string revision) =>
        Assert.Null(ProofSteps.Publish(Fresh with { State = RewriteState.Reopened, Answer = "tried" }, new PublishedAnswer(revision, "Ada", "", null), Now));

    [Theory]
    [InlineData(Proof.Helped)]
    [InlineData(Proof.InOrder)]
    public void A_rewrite_that_works_is_proven(string verdict)
    {
        var proven = Judge(Verifying(), verdict, Now.AddDays(40));
        Assert.Equal((RewriteState.Proven, verdict, 93L, "ana"), (proven?.After.State, proven?.After.Verdict, proven?.After.Percent, proven?.Tell));
    }

    [Theory]
    [InlineData(Proof.NoBetter)]
    [InlineData(Proof.Worse)]
    public void A_rewrite_that_does_not_help_comes_back_to_whoever_wrote_it(string verdict)
    {
        var back = Judge(Verifying() with { Assigned = "ben", AssignedName = "Ben Okafor" }, verdict, Now.AddDays(40));
        Assert.Equal((RewriteState.Reopened, 1, "ben"), (back?.After.State, (int?)back?.After.Failures, back?.Tell));
        Assert.Equal("The sentence.", back?.Event.Words);
    }

    [Fact]
    public void After_the_second_rewrite_that_does_not_help_the_service_has_it()
    {
        var routed = Judge(Verifying() with { Failures = 1 }, Proof.NoBetter, Now.AddDays(40));
        Assert.Equal((RewriteState.ProductFix, "net", "net"), (routed?.After.State, routed?.After.Service, routed?.Tell));
        Assert.Equal("The network team", routed?.After.WhoseName);
    }

    [Fact]
    public void While_nobody_can_tell_nothing_changes()
    {
        Assert.Null(Judge(Verifying(), Proof.CannotTell, Now.AddDays(111)));
    }

    [Fact]
    public void After_sixteen_weeks_without_a_decision_it_rests_for_half_a_year()
    {
        var unverified = Judge(Verifying(), Proof.CannotTell, Now.AddDays(112))?.After;
        Assert.Equal((RewriteState.Unverified, Now.AddDays(112 + 182)), (unverified?.State, unverified?.RestUntil));
    }

    [Fact]
    public void A_flag_that_faded_ends_its_case_after_four_weeks_if_nobody_took_it()
    {
        var flagged = Fresh with { OpenedAt = Now, OpenedBy = null };
        Assert.Null(ProofSteps.Fade(flagged, "Fine now.", Now.AddDays(28).AddTicks(-1)));
        var faded = ProofSteps.Fade(flagged, "Fine now.", Now.AddDays(28));
        Assert.Equal((RewriteState.Faded, "Fine now."), (faded?.After.State, faded?.Event.Words));
        Assert.Null(ProofSteps.Fade(flagged with { OpenedBy = "Ben Okafor" }, "Fine now.", Now.AddDays(60)));
        Assert.Null(ProofSteps.Fade(OwnerSteps.Assign(flagged, Ana, Ben, due: null, Now)?.After ?? flagged, "Fine now.", Now.AddDays(60)));
        Assert.Null(ProofSteps.Fade(flagged with { State = RewriteState.Reopened }, "Fine now.", Now.AddDays(60)));
    }

    [Fact]
    public void A_product_that_is_mended_ends_the_case_and_people_are_told_what_was_done()
    {
        var routed = OwnerSteps.NeedsProductFix(Fresh, Ana, Ben, "The certificate expires.", Now)?.After ?? Fresh;
        Assert.Equal((RewriteState.ProductFix, "ben"), (routed.State, routed.Whose));
        var mended = OwnerSteps.ProductFixed(routed, Ben, "Certificates renew by themselves now.", Now)?.After;
        Assert.Equal((RewriteState.Closed, Now, "Ben Okafor"), (mended?.State, mended?.TellAt, mended?.ChangedBy));
    }

    [Fact]
    public void The_words_can_be_changed_until_they_have_gone_out()
    {
        var worded = OwnerSteps.Word(Verifying(), Ana, "Plainer.", tellAt: null, Now)?.After;
        Assert.Equal(("Plainer.", Now.AddDays(1)), (worded?.ChangeWords, worded?.TellAt));
        Assert.Null(OwnerSteps.Word(Verifying() with { ToldAt = Now }, Ana, "Too late.", tellAt: null, Now));
    }

    [Theory]
    [InlineData(RewriteState.Proven)]
    [InlineData(RewriteState.Declined)]
    [InlineData(RewriteState.Unverified)]
    [InlineData(RewriteState.Faded)]
    [InlineData(RewriteState.Closed)]
    public void Nothing_can_be_done_with_a_settled_case(string state)
    {
        var settled = Fresh with { State = state };
        Assert.Null(OwnerSteps.Assign(settled, Ana, Ben, due: null, Now));
        Assert.Null(OwnerSteps.Snooze(settled, Ana, Now, Now));
        Assert.Null(OwnerSteps.Decline(settled, Ana, "x", Now));
        Assert.Null(OwnerSteps.NeedsProductFix(settled, Ana, Ben, "x", Now));
        Assert.Null(ProofSteps.Publish(settled, new PublishedAnswer("new", "Ada", "", null), Now));
        Assert.Null(Judge(settled, Proof.Helped, Now));
    }

    [Fact]
    public void At_most_five_things_wait_and_the_most_urgent_come_first()
    {
        var all = Enumerable.Range(1, 6).Select(number => Fresh with { Number = number, OpenedAt = Now.AddDays(-number) })
            .Append(Fresh with { Number = 7, State = RewriteState.Reopened, OpenedAt = Now })
            .Append(Fresh with { Number = 8, State = RewriteState.Assigned, Due = Now.AddDays(-1), OpenedAt = Now })
            .Append(Fresh with { Number = 9, Owner = "ben" });
        var work = OwnersWork.Of(["ana"], all, Now);
        Assert.Equal([7L, 8, 6, 5, 4], work.Things.Select(about => about.Number));
        Assert.Equal(3, work.More);
    }

    [Theory]
    [InlineData("KC-12", 12L)]
    [InlineData("kc-12", 12L)]
    [InlineData("KC12", null)]
    [InlineData("KC--1", null)]
    [InlineData("KC-99999999999999999999", null)]
    [InlineData("#12", null)]
    public void A_number_is_read_in_any_case_of_letters_and_nothing_else_is_one(string label, long? number) => Assert.Equal(number, RewriteCase.NumberIn(label));

    private static RewriteCase Verifying() =>
        Fresh with { State = RewriteState.Verifying, Answer = "new", AnsweredAt = Now, ChangeWords = "New.", TellAt = Now.AddDays(1) };

    private static RewriteChange? Judge(RewriteCase before, string verdict, DateTimeOffset at) =>
        ProofSteps.Judge(before, new Proof(verdict, 93, "The sentence."), Network, at);
}
