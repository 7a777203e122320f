using System.Net;
using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>A machine that slept, and a wrong clock that is put right.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task After_three_days_asleep_each_broken_promise_gets_one_apology_and_a_new_promise_that_is_still_to_come()
    {
        await using var site = await HelpSite.StartAsync();
        for (var number = 0; number < 5; number++) await site.Client.AskAsync(("problem", $"VPN {number}"), ("article", HelpSite.Vpn));
        site.Time.Advance(TimeSpan.FromDays(3));
        for (var look = 0; look < 3; look++) await site.Services.GetRequiredService<PromiseKeeping>().LookAsync(CancellationToken.None);
        Assert.Equal(5, await CountAsync(site, "SELECT COUNT(*) FROM case_event WHERE kind = 'apologised'"));
        Assert.Equal(5, await CountAsync(site, $"SELECT COUNT(*) FROM help_case WHERE promise_by > {site.Time.GetUtcNow().ToUnixTimeMilliseconds()}"));
    }

    [Fact]
    public async Task What_waited_by_a_clock_that_was_a_day_ahead_goes_out_once_it_is_right()
    {
        await using var program = await new FakeSystem(_ => "").StartAsync();
        program.Always = Trouble.Busy;
        program.RetryAfter = "3600";
        await using var site = await HelpSite.StartAsync(
            "--Outbox:DailyCheck=false", "--Channels:hook:Kind=webhook", $"--Channels:hook:Url={program.Url}", $"--Channels:hook:Secret={Hooks.HookSender.Key}");
        await site.Client.AskAsync(("problem", "VPN"));
        await Eventually.TrueAsync(async () => await CountAsync(site, "SELECT COUNT(*) FROM channel_state WHERE rest_until IS NOT NULL") == 1, site.Time);
        site.Time.AdjustTime(site.Time.GetUtcNow().AddDays(-1));
        program.Always = null;
        await Eventually.TrueAsync(() => !program.Calls.IsEmpty, site.Time, Step);
        Assert.Single(program.Calls);
    }

    [Fact]
    public async Task A_lease_from_a_clock_that_was_a_day_ahead_holds_nobody_up()
    {
        await using var program = await new FakeSystem(_ => "").StartAsync();
        program.Always = Trouble.Fails;
        await using var site = await HelpSite.StartAsync(
            "--Outbox:DailyCheck=false", "--Channels:hook:Kind=webhook", $"--Channels:hook:Url={program.Url}", $"--Channels:hook:Secret={Hooks.HookSender.Key}");
        await site.Client.AskAsync(("problem", "VPN"));
        await Eventually.TrueAsync(async () => await CountAsync(site, "SELECT COUNT(*) FROM outbox WHERE last_error IS NOT NULL") == 1, site.Time);
        // As a server leaves it that dies while it sends.
        await site.Services.GetRequiredService<Database>().WriteAsync(connection => connection.ExecuteAsync(
            "UPDATE outbox SET lease_until = @ahead, next_at = @ahead", new { ahead = site.Time.GetUtcNow().AddDays(1) }), CancellationToken.None);
        program.Always = null;
        await Eventually.TrueAsync(() => !program.Calls.IsEmpty, site.Time, Step);
        Assert.Single(program.Calls);
    }

    [Fact]
    public async Task When_the_clock_goes_back_the_story_keeps_its_order_and_nobody_is_said_to_have_waited_less_than_nothing()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        site.Time.AdjustTime(site.Time.GetUtcNow().AddHours(-3));
        await site.Client.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "Try this."));
        await site.Client.PostAsync(receipt + "/say", ("text", "It helped."));
        var story = (await site.Client.PageAsync(receipt)).Text("ol.timeline");
        Assert.True(story.IndexOf("asked for help", StringComparison.Ordinal) < story.IndexOf("Try this.", StringComparison.Ordinal));
        Assert.True(story.IndexOf("Try this.", StringComparison.Ordinal) < story.IndexOf("It helped.", StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync(site, "SELECT first_word_work FROM help_case"));
    }

    [Fact]
    public async Task When_the_clock_goes_back_nobody_stays_locked_out_of_their_receipt()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        for (var guess = 0; guess < 3; guess++) await site.Client.GetAsync("/receipts/cAAAAAAAAAAAAAAAAAAAAAA");
        site.Time.AdjustTime(site.Time.GetUtcNow().AddDays(-1));
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(receipt)).StatusCode);
    }

    private static Task<long> CountAsync(TestSite site, string sql) => site.Services.GetRequiredService<Database>().ReadAsync(
        connection => connection.ExecuteScalarAsync<long>(sql), CancellationToken.None);
}
