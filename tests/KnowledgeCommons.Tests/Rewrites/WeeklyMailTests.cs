using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>The mail of a week. The clock starts on Monday 23 November 2026 at 10:00 UTC.</summary>
public sealed class WeeklyMailTests
{
    private const string People =
        """
        time_zone: Europe/London
        people:
          ana: { name: Ana Ruiz, email: ana@example.com, hours: { mon-fri: "08:00-17:00" } }
          ben: { name: Ben Okafor, email: ben@example.com, time_zone: America/New_York, hours: { tue-fri: "09:00-17:00" } }
        teams:
          desk: { name: The desk, members: [ana] }
        """;

    [Fact]
    public async Task On_the_first_morning_of_their_week_owners_read_what_waits_by_their_own_clock()
    {
        await using var server = new SmtpListener();
        await using var site = await StartAsync(server);
        await RaiseAsync(site, "a", "ana");
        await RaiseAsync(site, "b", "ben");
        // Monday 30 November: Ana begins at 08:00 in London; Ben on Tuesday at 09:00 in New York, which is 14:00 UTC.
        await AtAsync(site, "2026-11-30T07:50:00Z");
        Assert.Empty(Weekly(server));
        await AtAsync(site, "2026-11-30T08:01:00Z");
        await UntilAsync(site, () => Weekly(server).Count == 1);
        var mail = Weekly(server).Single();
        Assert.Equal("ana@example.com", SmtpListener.Header(mail, "To"));
        Assert.Equal("One article waits for you", SmtpListener.Header(mail, "Subject"));
        Assert.Contains("KC-1: Article a sends people back. Rewrite it, give it to somebody, or say why it is right.", SmtpListener.Body(mail));
        Assert.Contains("https://help.example.com/desk/rewrites/1", SmtpListener.Body(mail));
        await AtAsync(site, "2026-12-01T13:50:00Z");
        Assert.Single(Weekly(server));
        await AtAsync(site, "2026-12-01T14:01:00Z");
        await UntilAsync(site, () => Weekly(server).Count == 2);
        Assert.Equal("ben@example.com", SmtpListener.Header(Weekly(server)[1], "To"));
    }

    [Fact]
    public async Task It_comes_once_a_week_and_never_when_nothing_waits()
    {
        await using var server = new SmtpListener();
        await using var site = await StartAsync(server);
        await AtAsync(site, "2026-11-30T08:01:00Z");
        await RaiseAsync(site, "a", "ana");
        await AtAsync(site, "2026-11-30T08:30:00Z");
        await UntilAsync(site, () => Weekly(server).Count == 1);
        await AtAsync(site, "2026-11-30T12:00:00Z");
        await AtAsync(site, "2026-12-02T12:00:00Z");
        Assert.Single(Weekly(server));
        await site.Client.PostAsync("/desk/rewrites/1/snooze", ("me", "ana"), ("until", "2026-12-10"));
        await AtAsync(site, "2026-12-07T08:05:00Z");
        Assert.Single(Weekly(server));
        await AtAsync(site, "2026-12-14T08:05:00Z");
        await UntilAsync(site, () => Weekly(server).Count == 2);
    }

    [Fact]
    public async Task One_click_ends_it_and_another_one_brings_it_back()
    {
        await using var server = new SmtpListener();
        await using var site = await StartAsync(server);
        await RaiseAsync(site, "a", "ana");
        await AtAsync(site, "2026-11-30T08:05:00Z");
        await UntilAsync(site, () => Weekly(server).Count == 1);
        var leave = SmtpListener.Header(Weekly(server)[0], "List-Unsubscribe").Trim('<', '>')["https://help.example.com".Length..];
        Assert.Equal("List-Unsubscribe=One-Click", SmtpListener.Header(Weekly(server)[0], "List-Unsubscribe-Post"));
        var stranger = site.NewReader();
        Assert.Equal("The mail of the week", (await stranger.PageAsync(leave)).Text("h1"));
        await stranger.PostAsync(leave, ("List-Unsubscribe", "One-Click"));
        await AtAsync(site, "2026-12-07T08:05:00Z");
        Assert.Single(Weekly(server));
        await stranger.PostAsync(leave, ("wants", "1"));
        await AtAsync(site, "2026-12-14T08:05:00Z");
        await UntilAsync(site, () => Weekly(server).Count == 2);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.GetAsync("/receipts/wAAAAAAAAAAAAAAAAAAAAAA")).StatusCode);
    }

    [Fact]
    public async Task Five_things_at_most_stand_in_it_and_a_team_s_things_reach_its_members()
    {
        await using var server = new SmtpListener();
        await using var site = await StartAsync(server);
        foreach (var name in (string[])["a", "c", "d", "e", "f", "g", "team"]) await RaiseAsync(site, name, "ana");
        await AtAsync(site, "2026-11-30T08:05:00Z");
        await UntilAsync(site, () => Weekly(server).Count == 1);
        var body = SmtpListener.Body(Weekly(server).Single());
        Assert.Equal(5, body.Split("/desk/rewrites/").Length - 1);
        Assert.Contains("And 2 more.", body);
    }

    private static async Task<TestSite> StartAsync(SmtpListener server)
    {
        var site = new TestSite().Write("_people.yml", People);
        foreach (var name in (string[])["a", "c", "d", "e", "f", "g"]) site.Write($"{name}.md", $"---\nowner: ana\n---\n# Article {name}\n\nText.\n");
        site.Write("b.md", "---\nowner: ben\n---\n# Article b\n\nText.\n").Write("team.md", "---\nowner: desk\n---\n# Article team\n\nText.\n");
        return await site.StartAsync([.. server.Settings, "--Site:BaseUrl=https://help.example.com", "--Outbox:DailyCheck=false"]);
    }

    private static async Task RaiseAsync(TestSite site, string slug, string me)
    {
        var page = "/desk/articles/" + slug;
        var revision = (await site.Client.PageAsync(page)).QuerySelector("#flag input[name=revision]")?.GetAttribute("value") ?? "";
        await site.Client.PostAsync(page, ("me", me), ("revision", revision), ("action", "flagged"), ("because", "Wrong."));
    }

    // The watch looks every minute; a little more than that passes after each jump.
    private static async Task AtAsync(TestSite site, string instant)
    {
        site.Time.SetUtcNow(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        for (var turn = 0; turn < 15; turn++)
        {
            await Task.Delay(30);
            site.Time.Advance(TimeSpan.FromSeconds(10));
        }
    }

    private static Task UntilAsync(TestSite site, Func<bool> happened) => Eventually.TrueAsync(happened, site.Time, TimeSpan.FromSeconds(2));

    private static List<string> Weekly(SmtpListener server) =>
        [.. server.Mails.Where(mail => SmtpListener.Body(mail).Contains("You get this mail on the first morning of your week")).DistinctBy(mail => SmtpListener.Header(mail, "Message-ID"))];
}
