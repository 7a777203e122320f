using System.Net;
using AngleSharp.Dom;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>The whole way with real git over HTTP and a clock that is moved.</summary>
public sealed class RewriteStoryTests
{
    private const string Trailer = "Name the button as it is\n\nThe button is called Connect now, and step 3 says so.\n\nRewrites: KC-1\n";

    [Fact]
    public async Task From_the_flag_to_the_proof_and_the_complainer_reads_what_changed()
    {
        await using var site = await RewriteSite.StartAsync();
        var (complainer, receipt) = await site.SayAsync("not-fixed");
        await complainer.PostAsync(receipt, ("reason", "wrong"), ("text", "There is no green button."));
        var page = await site.OpenAsync();
        Assert.Equal("/desk/rewrites/1", page);
        await site.StepAsync(page, "assign", ("to", "ana"), ("due", "2026-12-01"));
        Assert.Equal("Being rewritten", (await site.Desk.PageAsync(page)).Text(".badge"));
        Assert.Contains("It is with Ana Ruiz. Due 1 December 2026.", (await site.Desk.PageAsync(page)).Text("main"));

        site.Repository.Write($"{RewriteSite.Vpn}.md", "---\nowner: ana\n---\n# The VPN says 809\n\nPress Connect.\n");
        var commit = await site.PushAsync(Trailer);
        var verifying = await site.Desk.PageAsync(page);
        Assert.Equal("Waits for proof", verifying.Text(".badge"));
        Assert.Contains("One person told us that it did not help", verifying.Text("#telling"));
        Assert.Contains("The button is called Connect now, and step 3 says so.", verifying.Text("#telling textarea"));
        Assert.Equal(commit[..10], verifying.Text("ol.timeline code"));
        Assert.Equal(0, (await complainer.PageAsync(receipt)).QuerySelectorAll(".told").Length);

        site.Site.Time.Advance(TimeSpan.FromHours(25));
        await site.UntilAsync(async () => (await complainer.PageAsync(receipt)).QuerySelector(".told") is not null);
        var told = (await complainer.PageAsync(receipt)).Text(".told");
        Assert.Contains("“The VPN says 809” has changed because of what you told us", told);
        Assert.Contains("Ada Lovelace changed it.", told);
        Assert.Contains("The button is called Connect now, and step 3 says so.", told);
        Assert.Contains("You had told us: There is no green button.", told);
        Assert.Contains("Does it work now?", told);

        site.Site.Time.Advance(TimeSpan.FromDays(21));
        await site.JudgeAsync(HealthState.Verifying, new RewriteVerdict(Works: 0.7, Helped: 0.64, Worse: 0.1, MayClaimEffect: true), bad: 0.3);
        await site.UntilAsync(async () => (await site.Desk.PageAsync(page)).Text("#evidence + dl, dl.then").Contains("We cannot tell yet (64 % that it helps). More readers will show."));
        site.Site.Time.Advance(TimeSpan.FromDays(21));
        await site.JudgeAsync(HealthState.Fixed, new RewriteVerdict(Works: 0.97, Helped: 0.93, Worse: 0.01, MayClaimEffect: true), bad: 0.03);
        await site.UntilStateAsync(RewriteState.Proven);
        Assert.Contains("It helped: we are 93 % sure that fewer people have to contact us than before.", (await site.Desk.PageAsync(page)).Text("ol.timeline"));
        Assert.Equal(["opened", "assigned", "published", "told", "proven"], await site.KindsAsync());
        Assert.Equal("Proven", (await site.Desk.PageAsync(page)).Text(".badge"));
    }

    [Fact]
    public async Task A_no_is_an_outcome_of_the_new_version_by_the_same_reader_and_stands_on_the_case()
    {
        await using var site = await RewriteSite.StartAsync();
        var (complainer, receipt) = await site.SayAsync("not-fixed");
        await AnswerAsync(site);
        var works = (await complainer.PageAsync(receipt)).QuerySelector(".told form")?.GetAttribute("action") ?? "";
        var said = await complainer.PostAsync(works, ("works", "no"));
        Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        await complainer.PostAsync(works, ("works", "no"));
        var own = said.Headers.Location?.ToString() ?? "";
        Assert.NotNull((await complainer.PageAsync(own)).QuerySelector("input[name=reason]"));
        Assert.Equal(1, await site.CountAsync(
            """
            SELECT COUNT(*) FROM outcome new JOIN outcome old ON old.reader = new.reader AND old.revision <> new.revision
            WHERE new.answer = 'not-fixed' AND new.revision = @Value
            """, new { site.Site.Article(RewriteSite.Vpn).Revision.Value }));
        await site.UntilAsync(async () => (await site.KindsAsync()).Contains("said-no"));
        Assert.Contains("Somebody who was told says that it does not work for them.", (await site.Desk.PageAsync("/desk/rewrites/1")).Text("ol.timeline"));
    }

    [Fact]
    public async Task A_flag_that_nobody_took_ends_when_the_evidence_has_faded()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.JudgeAsync(HealthState.Flagged);
        await site.UntilAsync(async () => await site.CountAsync("SELECT COUNT(*) FROM rewrite_case") == 1);
        site.Site.Time.Advance(TimeSpan.FromDays(29));
        await site.JudgeAsync(HealthState.Flagged);
        await site.UntilStateAsync(RewriteState.Open);
        await site.JudgeAsync(HealthState.Healthy, bad: 0.1);
        await site.UntilStateAsync(RewriteState.Faded);
        Assert.Contains("The evidence does not bear the flag out any more", (await site.Desk.PageAsync("/desk/rewrites/1")).Text("ol.timeline"));
        Assert.Equal("The flag faded", (await site.Desk.PageAsync("/desk/rewrites/1")).Text(".badge"));
        await site.JudgeAsync(HealthState.Flagged);
        await site.UntilAsync(async () => await site.CountAsync("SELECT COUNT(*) FROM rewrite_case") == 2);
    }

    [Fact]
    public async Task A_rewrite_that_does_not_help_is_reopened_and_the_second_one_goes_to_the_service()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        await site.StepAsync("/desk/rewrites/1", "take");
        await FailAsync(site, "Press Connect.");
        await site.UntilStateAsync(RewriteState.Reopened);
        Assert.Contains("The rewrite did not help", (await site.Desk.PageAsync("/desk")).Text("article.card"));
        await FailAsync(site, "Press Connect twice.");
        await site.UntilStateAsync(RewriteState.ProductFix);
        var routed = await site.Desk.PageAsync("/desk/rewrites/1");
        Assert.Contains("Two rewrites did not help, so a text cannot. Nils Berg has it now.", routed.Text("ol.timeline"));
        await site.StepAsync("/desk/rewrites/1", "product-fixed", ("words", "The server answers again."));
        Assert.Equal(RewriteState.Closed, (await site.CaseAsync()).State);
    }

    [Fact]
    public async Task Whoever_says_that_the_page_is_right_is_read_by_all_who_complained()
    {
        await using var site = await RewriteSite.StartAsync();
        var (complainer, receipt) = await site.SayAsync("not-fixed");
        await site.OpenAsync();
        await site.StepAsync("/desk/rewrites/1", "right", ("because", "The law asks for it <b>so</b>."));
        await site.UntilAsync(async () => (await complainer.PageAsync(receipt)).QuerySelector(".told") is not null);
        var told = await complainer.PageAsync(receipt);
        Assert.Contains("Ana Ruiz looked at it and thinks that the page is right.", told.Text(".told"));
        Assert.Contains("The law asks for it <b>so</b>.", told.Text(".told"));
        Assert.Null(told.QuerySelector(".told form"));
        Assert.Equal("Page is right", (await site.Desk.PageAsync(RewriteSite.VpnPage)).Text(".badge"));
    }

    [Fact]
    public async Task A_step_that_has_no_meaning_any_more_is_refused_in_words_and_nothing_is_lost()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        await site.StepAsync("/desk/rewrites/1", "right", ("because", "So."));
        var late = await site.Desk.PostAsync("/desk/rewrites/1/assign", ("me", "ana"), ("to", "ben"));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.StartsWith("Somebody was faster", (await late.PageAsync()).Text("[role=alert]"));
    }

    [Theory]
    [InlineData("assign", "to", "nobody", "Please choose who.")]
    [InlineData("snooze", "until", "2020-01-01", "Please choose a day from today on")]
    [InlineData("snooze", "until", "soon", "Please choose a day from today on")]
    [InlineData("right", "because", " ", "Please say it in 1 to 1,000 characters")]
    [InlineData("product", "service", "", "Please choose who.")]
    public async Task A_form_that_lacks_something_says_what(string action, string field, string value, string sentence)
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        var answer = await site.Desk.PostAsync($"/desk/rewrites/1/{action}", ("me", "ana"), (field, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(sentence, (await answer.PageAsync()).Text("[role=alert]"));
        Assert.Equal(RewriteState.Open, (await site.CaseAsync()).State);
    }

    private static async Task AnswerAsync(RewriteSite site)
    {
        await site.OpenAsync();
        site.Repository.Write($"{RewriteSite.Vpn}.md", "# The VPN says 809\n\nPress Connect.\n");
        await site.PushAsync(Trailer);
        await site.StepAsync("/desk/rewrites/1", "words", ("words", "Plainer now."), ("now", "1"));
        await site.UntilAsync(async () => (await site.CaseAsync()).ToldAt is not null);
    }

    private static async Task FailAsync(RewriteSite site, string text)
    {
        site.Repository.Write($"{RewriteSite.Vpn}.md", $"# The VPN says 809\n\n{text}\n");
        await site.PushAsync(Trailer);
        site.Site.Time.Advance(TimeSpan.FromDays(21));
        await site.JudgeAsync(HealthState.Flagged, new RewriteVerdict(Works: 0.06, Helped: 0.05, Worse: 0.3, MayClaimEffect: true));
    }
}
