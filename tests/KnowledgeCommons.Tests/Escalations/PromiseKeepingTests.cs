using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.OnDuty;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>The clock begins on Monday, 23 November 2026 at 10:00 in London; without measured times a word comes within four working hours.</summary>
public sealed class PromiseKeepingTests
{
    // A mail that was on its way when the clock jumped is sent again a while later.
    private static readonly TimeSpan SmallStep = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task The_owner_is_reminded_once_half_an_hour_before_and_the_reader_sees_nothing_of_it()
    {
        await using var server = new SmtpListener();
        await using var site = await DutySite.StartAsync(server.Settings);
        var receipt = await site.AskVpnAsync();
        await site.LookAtAsync("2026-11-23T13:29");
        Assert.Equal(["opened"], await site.KindsAsync());
        await site.LookAtAsync("2026-11-23T13:30");
        await site.LookAtAsync("2026-11-23T13:31");
        Assert.Equal(["opened", "reminded"], await site.KindsAsync());
        Assert.Contains("Ana Ruiz was reminded: the next word is due today at 14:00.", (await site.Client.PageAsync("/desk/cases/1")).Text("li.reminded"));
        Assert.Equal("Due soon", (await site.Client.PageAsync("/desk/cases")).Text("tbody .badge"));
        Assert.Null((await site.Client.PageAsync(receipt)).QuerySelector("li.reminded"));
        await Eventually.TrueAsync(() => server.Recipients.Count == 3, site.Time, SmallStep);
        Assert.Equal(2, server.Recipients.Count(to => to.Contains("ana@")));
    }

    [Fact]
    public async Task A_missed_promise_is_owned_up_to_with_a_new_one_and_the_deputy_is_told()
    {
        await using var server = new SmtpListener();
        await using var site = await DutySite.StartAsync(server.Settings);
        var receipt = await site.AskVpnAsync();
        await site.LookAtAsync("2026-11-23T14:01");
        Assert.Equal(["opened", "warned", "apologised"], await site.KindsAsync());
        var page = await site.Client.PageAsync(receipt);
        Assert.Equal("I promised you a word by today at 14:00 and did not keep it. I am sorry. You are not forgotten. Ana Ruiz", page.Text("blockquote.notice"));
        Assert.Equal("Ana Ruiz gives you the next word by tomorrow at 09:15.", page.Text("[role=status]"));
        Assert.Contains("In the name of Ana Ruiz: I promised you a word by today at 14:00 and did not keep it. I am sorry. You are not forgotten: the next word comes by tomorrow at 09:15.", page.Text("li.apologised"));
        Assert.Contains("Ben Okafor was told that Ana Ruiz missed a promise.", (await site.Client.PageAsync("/desk/cases/1")).Text("li.warned"));
        await Eventually.TrueAsync(() => server.Mails.Count == 4, site.Time, SmallStep);
        var mails = server.Mails.Select(SmtpListener.Body).ToList();
        Assert.Single(mails, mail => mail.StartsWith("You stand in for Ana Ruiz.", StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Contains("I am sorry.") && mail.StartsWith("Hello", StringComparison.Ordinal));
        Assert.Single(server.Recipients, to => to.Contains("ben@"));
    }

    [Fact]
    public async Task After_the_second_miss_whoever_leads_the_team_is_told_and_each_once()
    {
        await using var server = new SmtpListener();
        await using var site = await DutySite.StartAsync(server.Settings);
        await site.AskVpnAsync();
        foreach (var time in (string[])["2026-11-23T14:01", "2026-11-24T09:16", "2026-11-24T13:31", "2026-11-25T08:45"]) await site.LookAtAsync(time);
        var story = await site.StoryAsync();
        Assert.Equal(["Ben Okafor", "Lea Lind"], story.Events.Where(entry => entry.Kind == "warned").Select(entry => entry.Whom));
        Assert.Equal(story.Case.Misses, story.Events.Count(entry => entry.Kind == "apologised"));
        Assert.True(story.Case.Misses >= 3);
        Assert.Equal(1, await RowsAsync(site, Addressee.Lead));
        Assert.Equal(1, await RowsAsync(site, Addressee.Deputy));
    }

    [Fact]
    public async Task Many_servers_that_look_at_once_and_again_do_each_step_once()
    {
        await using var site = await DutySite.StartAsync();
        for (var number = 0; number < 20; number++) await site.AskVpnAsync($"VPN {number}");
        foreach (var time in (string[])["2026-11-23T13:45", "2026-11-23T14:05", "2026-11-23T14:06"])
        {
            site.Time.SetUtcNow(Listed.At(time));
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(site.LookAsync)));
        }
        for (var number = 1; number <= 20; number++)
            Assert.Equal(["opened", "reminded", "warned", "apologised"], (await site.StoryAsync(number)).Events.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_look_that_dies_half_way_leaves_nothing_half_done()
    {
        await using var site = await DutySite.StartAsync();
        await site.AskVpnAsync();
        site.Time.SetUtcNow(Listed.At("2026-11-23T14:01"));
        var database = site.Services.GetRequiredService<Database>();
        await database.WriteAsync(connection => connection.ExecuteAsync("CREATE TRIGGER broken BEFORE INSERT ON case_event WHEN NEW.kind = 'apologised' BEGIN SELECT RAISE(ABORT, 'The machine died.'); END"), CancellationToken.None);
        await Assert.ThrowsAnyAsync<Exception>(site.LookAsync);
        Assert.Equal((0, 1), ((await site.StoryAsync()).Case.Misses, (await site.KindsAsync()).Count()));
        await database.WriteAsync(connection => connection.ExecuteAsync("DROP TRIGGER broken"), CancellationToken.None);
        await site.LookAsync();
        Assert.Equal(["opened", "warned", "apologised"], await site.KindsAsync());
    }

    [Fact]
    public async Task Broken_promises_are_the_first_number_of_the_desk_and_open_their_rows_until_a_person_writes()
    {
        await using var site = await DutySite.StartAsync();
        await site.AskVpnAsync("late");
        await site.LookAtAsync("2026-11-23T14:01");
        await site.AskVpnAsync("new");
        var number = (await site.Client.PageAsync("/desk")).QuerySelector("a.number");
        Assert.Equal(("1promise is overdue", "/desk/cases?show=broken"), (number?.TextContent, number?.GetAttribute("href")));
        Assert.Equal("KC-1 late", (await site.Client.PageAsync("/desk/cases?show=broken")).Text("tbody td"));
        Assert.Single((await site.Client.PageAsync("/desk/cases?show=broken")).QuerySelectorAll("tbody tr"));
        await site.Client.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "I am on it."));
        Assert.Equal("0", (await site.Client.PageAsync("/desk")).Text("a.number strong"));
        Assert.Equal("Every promise so far was kept, or made good by a word since.", (await site.Client.PageAsync("/desk/cases?show=broken")).Text("main nav + p"));
    }

    [Fact]
    public async Task A_closed_or_answered_case_is_left_in_peace()
    {
        await using var site = await DutySite.StartAsync();
        await site.AskVpnAsync();
        await site.Client.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "Try this."));
        await site.LookAtAsync("2026-11-26T14:01");
        Assert.Equal(["opened", "answered"], await site.KindsAsync());
    }

    [Fact]
    public async Task The_site_itself_owns_up_within_a_minute()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        site.Time.Advance(TimeSpan.FromHours(4));
        var missedAt = site.Time.GetUtcNow();
        await Eventually.TrueAsync(async () => (await site.KindsAsync()).Contains("apologised"), site.Time, TimeSpan.FromSeconds(1));
        Assert.InRange((await site.StoryAsync()).Events[^1].At - missedAt, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private static Task<long> RowsAsync(TestSite site, Addressee to) => site.Services.GetRequiredService<Database>().ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox WHERE payload LIKE @to", new { to = $"%\"Audience\":{(int)to}%" }), CancellationToken.None);
}
