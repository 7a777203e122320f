using Dapper;
using KnowledgeCommons.Server.Desk;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task Whoever_is_on_duty_is_told_by_mail_and_in_the_room_once_however_the_surge_grows()
    {
        await using var server = new SmtpListener();
        await using var slack = await new Escalations.Channels.FakeSystem(_ => """{"ok":true,"ts":"1.5"}""").StartAsync();
        await using var site = await new TestSite().Furnish().Write("_people.yml", "people:\n  ben: { name: Ben Okafor, email: ben@example.com }\nduty:\n  default: { owner: ben }\n").StartAsync(
            [.. server.Settings, "--Site:BaseUrl=https://help.example.com", "--Outbox:DailyCheck=false",
             "--Channels:room:Kind=slack", $"--Channels:room:Url={slack.Url}", "--Channels:room:Token=x", "--Channels:room:Room=C1"]);
        await SearchAsync(site, 6, "badge+reader+dead");
        await Eventually.TrueAsync(() => !server.Mails.IsEmpty && !slack.Calls.IsEmpty, site.Time, TimeSpan.FromSeconds(1));
        var mail = server.Mails.Single();
        Assert.Equal(("ben@example.com", "Is something wrong? 6 people, “badge reader dead”"), (SmtpListener.Header(mail, "To"), Subject(mail)));
        Assert.Equal(
            """
            Ben Okafor, you are on duty.

            6 people had no luck with “badge reader dead” or asked a person about it within the last hour; usual for this hour of the week: hardly anybody.

            If something is disturbed, two lines tell everybody, with your name and the time of your next word: https://help.example.com/desk/known-issues/new?title=badge%20reader%20dead&words=badge%20reader%20dead

            If it is nothing, you need not do anything: you are not told of it again for twelve hours.
            """, SmtpListener.Body(mail).ReplaceLineEndings("\n").Trim());
        Assert.Equal("C1", (string?)slack.Calls.Single().Json!["channel"]);
        Assert.Contains("badge reader dead", (string?)slack.Calls.Single().Json!["text"]);
        Assert.Contains("Ben Okafor was told today at 10:0", (await site.Client.PageAsync("/desk")).Text(".notice.warn"));

        await SearchAsync(site, 6, "badge+door");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.Services.GetRequiredService<Proposals>().AddAsync(["badge"], 12, 0.25, CancellationToken.None)));
        Assert.Equal(2, await site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox"), CancellationToken.None));
    }

    private static async Task SearchAsync(TestSite site, int people, string words)
    {
        for (var reader = 0; reader < people; reader++)
        {
            using var client = site.NewReader();
            await client.GetAsync($"/search?q={words}");
        }
    }

    // The words are in UTF-8, folded by the mail client.
    private static string Subject(string mail) => string.Concat(SmtpListener.Header(mail, "Subject").Split(' ').Select(word =>
        System.Net.Mail.Attachment.CreateAttachmentFromString("", word).Name));

    private static Trouble[] Many(int people, string words, TimeSpan ago = default, string prefix = "reader") =>
        [.. Enumerable.Range(0, people).Select(number => new Trouble { Reader = $"{prefix} {number}", Words = words, At = Now - ago - TimeSpan.FromMinutes(number) })];
}
