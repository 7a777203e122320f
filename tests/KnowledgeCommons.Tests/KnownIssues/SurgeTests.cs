using KnowledgeCommons.Server.Desk;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.KnownIssues;

public sealed class SurgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0.5, 1)]
    [InlineData(1, 0.25, 0.221199)]
    [InlineData(5, 1, 0.003660)]
    [InlineData(7, 1, 0.0000832)]
    public void The_tail_of_the_Poisson_distribution_is_that_of_the_tables(int count, double expected, double probability) =>
        Assert.Equal(probability, SurgeRule.Tail(count, expected), 6);

    [Fact]
    public void Five_people_with_new_words_are_a_surge_and_four_or_one_eager_one_are_not()
    {
        Assert.Equal(("vpn calls", 5), Assert.Single(SurgeRule.Find(Many(5, "VPN: my calls!"), Now)) is var surge ? (surge.Title, surge.People) : default);
        Assert.Empty(SurgeRule.Find(Many(4, "vpn calls"), Now));
        Assert.Empty(SurgeRule.Find(Enumerable.Repeat(new Trouble { Reader = "one", Words = "vpn calls", At = Now }, 50), Now));
    }

    [Fact]
    public void What_is_usual_in_this_hour_of_the_week_is_none()
    {
        Trouble[] mondays = [.. Enumerable.Range(1, 4).SelectMany(week => Many(6, "password expired", TimeSpan.FromDays(7 * week)))];
        Assert.Empty(SurgeRule.Find([.. mondays, .. Many(9, "password expired")], Now));
        var surge = Assert.Single(SurgeRule.Find([.. mondays, .. Many(30, "password expired")], Now));
        Assert.Equal((30, 6.25), (surge.People, surge.Usual));
    }

    [Fact]
    public void Different_people_with_different_words_are_two()
    {
        var found = SurgeRule.Find([.. Many(8, "outlook slow"), .. Many(6, "badge reader", prefix: "other")], Now);
        Assert.Equal(["outlook slow", "badge reader"], found.Select(surge => surge.Title));
    }

    [Fact]
    public async Task The_desk_is_told_with_the_evidence_and_the_form_is_filled_in_until_it_is_a_known_issue()
    {
        await using var site = await new TestSite().Furnish().StartAsync();
        for (var reader = 0; reader < 4; reader++)
        {
            using var client = site.NewReader();
            await client.GetAsync("/search?q=badge+reader+dead");
        }
        Assert.Null((await site.Client.PageAsync("/desk")).QuerySelector(".notice.warn"));
        using var caller = site.NewReader();
        await caller.AskAsync(("problem", "The badge reader is dead"));
        using var sixth = site.NewReader();
        await sixth.GetAsync("/search?q=badge+reader+dead");
        foreach (var page in (string[])["/desk", KnownSite.Desk])
            Assert.StartsWith(
                "6 people had no luck with “badge reader dead” or asked a person about it within the last hour; usual for this hour of the week: hardly anybody.",
                (await site.Client.PageAsync(page)).Text(".notice.warn"));
        var form = await site.Client.PageAsync((await site.Client.PageAsync("/desk")).QuerySelector(".notice.warn a")?.GetAttribute("href") ?? "");
        Assert.Equal(("badge reader dead", "badge reader dead"), (form.QuerySelector("#title")?.GetAttribute("value"), form.QuerySelector("#words")?.TextContent));
        await site.WriteAsync(("title", "Badges are not read"), ("words", "badge reader"));
        Assert.Null((await site.Client.PageAsync("/desk")).QuerySelector(".notice.warn"));
        site.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Null((await site.Client.PageAsync("/desk")).QuerySelector(".notice.warn"));
    }

    private static Trouble[] Many(int people, string words, TimeSpan ago = default, string prefix = "reader") =>
        [.. Enumerable.Range(0, people).Select(number => new Trouble { Reader = $"{prefix} {number}", Words = words, At = Now - ago - TimeSpan.FromMinutes(number) })];
}
