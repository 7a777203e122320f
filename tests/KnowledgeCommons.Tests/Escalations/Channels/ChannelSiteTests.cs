using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Tests.Escalations.Channels;

/// <summary>Channels in a whole site: which one hears of what, and what happens when one is down.</summary>
public sealed class ChannelSiteTests
{
    private const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task All_that_happens_to_a_case_is_told_in_its_order_and_nothing_private()
    {
        await using var program = await new FakeSystem(_ => "").StartAsync();
        await using var site = await HelpSite.StartAsync(["--Outbox:DailyCheck=false", .. Webhook("hook", program)]);
        program.Troubles.Enqueue(Trouble.Fails);
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        await site.Client.PostAsync("/desk/cases/1/take", ("me", "ana"));
        await site.Client.PostAsync("/desk/cases/1/note", ("me", "ana"), ("text", "Between us."));
        await site.Client.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "Try this."));
        await site.Client.PostAsync(receipt + "/came-back", ("text", "Again."));
        await Eventually.TrueAsync(() => Told(program).Count == 4, site.Time, Step);
        Assert.Equal(["case.opened", "case.taken", "case.answered", "case.came-back"], Told(program).Select(call => (string?)call.Json!["type"]));
        Assert.DoesNotContain(program.Calls, call => call.Text.Contains("Between us") || call.Text.Contains("/receipts/"));
    }

    [Fact]
    public async Task A_channel_that_hangs_holds_up_no_other()
    {
        await using var hanging = await new FakeSystem(_ => "").StartAsync();
        await using var program = await new FakeSystem(_ => "").StartAsync();
        hanging.Always = Trouble.Hangs;
        await using var site = await HelpSite.StartAsync(["--Outbox:DailyCheck=false", .. Webhook("hanging", hanging), .. Webhook("program", program)]);
        for (var number = 0; number < 10; number++) await site.Client.AskAsync(("problem", $"VPN {number}"));
        await Eventually.TrueAsync(() => Told(program).Count == 10, site.Time);
    }

    [Fact]
    public async Task While_one_channel_is_down_the_next_one_tells_and_the_desk_has_the_case()
    {
        await using var down = await new FakeSystem(_ => "").StartAsync();
        await using var next = await new FakeSystem(_ => "").StartAsync();
        down.Always = Trouble.Fails;
        await using var site = await HelpSite.StartAsync(["--Outbox:DailyCheck=false", .. Webhook("first", down), .. Webhook("second", next), "--Channels:second:InsteadOf=first"]);
        for (var number = 0; number < 12; number++) await site.Client.AskAsync(("problem", $"VPN {number}"));
        await Eventually.TrueAsync(() => Told(next).Count == 12, site.Time, Step);
        Assert.Contains("KC-12", await site.Client.GetStringAsync("/desk/cases"));
        down.Always = null;
        await Eventually.TrueAsync(() => Told(down).Count == 12, site.Time, Step);
        await site.Client.AskAsync(("problem", "VPN after all"));
        await Eventually.TrueAsync(() => Told(down).Count == 13, site.Time, Step);
        Assert.Equal(12, Told(next).Count);
    }

    [Fact]
    public async Task A_ticket_system_that_fails_for_an_hour_is_left_alone_most_of_the_time_and_hears_of_each_case_once_afterwards()
    {
        await using var program = await new FakeSystem(_ => "").StartAsync();
        var calls = 0;
        program.Always = Trouble.Fails;
        program.Arrived = () => Interlocked.Increment(ref calls);
        await using var site = await HelpSite.StartAsync(["--Outbox:DailyCheck=false", .. Webhook("hook", program)]);
        for (var number = 0; number < 10; number++) await site.Client.AskAsync(("problem", $"VPN {number}"));
        var until = site.Time.GetUtcNow().AddHours(1);
        await Eventually.TrueAsync(() => site.Time.GetUtcNow() >= until, site.Time, TimeSpan.FromSeconds(10));
        Assert.InRange(calls, 8, 40);
        program.Always = null;
        await Eventually.TrueAsync(() => Told(program).Count >= 10, site.Time, TimeSpan.FromSeconds(10));
        Assert.Equal(10, Told(program).Select(call => call.Header("webhook-id")).Distinct().Count());
        Assert.Equal(10, Told(program).Count);
    }

    [Fact]
    public async Task The_daily_check_goes_through_every_channel_once_a_day_and_silence_is_an_alarm()
    {
        await using var program = await new FakeSystem(_ => "").StartAsync();
        await using var site = await HelpSite.StartAsync(Webhook("hook", program));
        await Eventually.TrueAsync(() => Told(program).Count == 1, site.Time, Step);
        site.Time.Advance(TimeSpan.FromDays(1));
        await Eventually.TrueAsync(() => Told(program).Count == 2, site.Time, Step);
        Assert.Equal("ready", await site.Client.GetStringAsync("/readyz"));
        program.Always = Trouble.Fails;
        for (var hour = 0; hour < 28; hour++) site.Time.Advance(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(
            async () => (await site.Client.GetStringAsync("/readyz")).Contains("alarm: Nothing has got through hook since"), site.Time, TimeSpan.FromMinutes(1));
        Assert.Contains("Nothing has got through hook since", (await site.Client.PageAsync("/desk/cases")).Text(".notice.bad"));
        Assert.Equal(0, await CountAsync(site, "SELECT COUNT(*) FROM help_case"));
        program.Always = null;
        await Eventually.TrueAsync(async () => await site.Client.GetStringAsync("/readyz") == "ready", site.Time, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_desk_links_to_the_ticket()
    {
        await using var zendesk = await new FakeSystem(_ => "{\"ticket\":{\"id\":35436}}").StartAsync();
        await using var site = await HelpSite.StartAsync(
            "--Channels:zendesk:Kind=zendesk", $"--Channels:zendesk:Url={zendesk.Url}", "--Channels:zendesk:User=x", "--Channels:zendesk:Token=t0p-secret");
        await site.Client.AskAsync(("problem", "VPN"));
        await Eventually.TrueAsync(async () => await CountAsync(site, "SELECT COUNT(*) FROM case_ticket WHERE case_id <> 'daily-check'") == 1, site.Time, Step);
        var page = await site.Client.PageAsync("/desk/cases/1");
        Assert.Equal($"{zendesk.Url}/agent/tickets/35436", page.QuerySelector("a[href*='/agent/tickets/']")?.GetAttribute("href"));
        Assert.DoesNotContain("t0p-secret", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task What_waits_for_a_channel_that_is_gone_is_said_at_the_desk()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Services.GetRequiredService<Database>().WriteAsync(connection => site.Services.GetRequiredService<Outbox>().AddAsync(
            connection, "gone", new Notice("x", "y", Addressee.Follower, "there")), CancellationToken.None);
        await Eventually.TrueAsync(async () => (await site.Client.GetStringAsync("/desk/cases")).Contains("This channel is not set up any more."), site.Time, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("Channels:x:Kind must be one of webhook, slack, teams, zendesk, jira, servicenow, zammad", "x:Kind=fax")]
    [InlineData("Channels:x:Url must be set for teams", "x:Kind=teams")]
    [InlineData("Channels:x:Url must be an https address; http is for this machine only", "x:Kind=teams", "x:Url=http://example.com/")]
    [InlineData("Channels:x:Token must be set for zendesk", "x:Kind=zendesk", "x:Url=https://example.com", "x:User=a")]
    [InlineData("Channels:x:Secret must be whsec_ and 24 to 64 bytes in base64", "x:Kind=webhook", "x:Url=https://example.com", "x:Secret=simple")]
    [InlineData("Channels:x:HookSecret must be the security token that Teams shows, in base64", "x:Kind=teams", "x:Url=https://example.com", "x:HookSecret=12345678")]
    [InlineData("Channels:x:InsteadOf must be mail or the name of another channel", "x:Kind=teams", "x:Url=https://example.com", "x:InsteadOf=y")]
    [InlineData("Channels:x:Timeout must be more than nothing and at most 30 seconds", "x:Kind=teams", "x:Url=https://example.com", "x:Timeout=00:01:00")]
    [InlineData("Channels:mail must be a name of small letters, digits and hyphens, and not mail", "mail:Kind=teams", "mail:Url=https://example.com")]
    public void Wrong_settings_stop_the_start_with_a_line_that_names_the_key(string line, params string[] settings)
    {
        var site = Server.SiteHost.Create([.. settings.Select(setting => $"--Channels:{setting}")]);
        var wrong = Assert.Throws<OptionsValidationException>(() => site.Services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal([line], wrong.Failures);
    }

    // The clock runs faster than the machine: a call may time out that has arrived, and comes again under the same id.
    private static List<Call> Told(FakeSystem there) => [.. there.Calls.DistinctBy(call => call.Header("webhook-id"))];

    private static string[] Webhook(string name, FakeSystem there) =>
        [$"--Channels:{name}:Kind=webhook", $"--Channels:{name}:Url={there.Url}/in", $"--Channels:{name}:Secret={Key}"];

    private static Task<long> CountAsync(TestSite site, string sql) =>
        site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql), CancellationToken.None);
}
