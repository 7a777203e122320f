using System.Collections.Concurrent;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class OutboxTests
{
    [Fact]
    public async Task Two_workers_deliver_each_message_once()
    {
        await using var site = await HelpSite.StartAsync();
        var channel = new Recorder();
        var outbox = await FilledAsync(site, channel, messages: 100);
        var tried = await Task.WhenAll(DrainAsync(site, outbox, channel), DrainAsync(site, outbox, channel));
        Assert.Equal(100, tried.Sum());
        Assert.Equal(100, channel.Keys.Count);
        Assert.Equal(100, channel.Keys.Distinct().Count());
    }

    [Fact]
    public async Task A_worker_that_dies_after_sending_lets_the_message_go_out_again_under_the_same_key()
    {
        await using var site = await HelpSite.StartAsync();
        var channel = new Recorder { DiesAfterSending = true };
        var outbox = await FilledAsync(site, channel, messages: 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => NewWorker(site, outbox, channel).SendDueAsync(CancellationToken.None));
        channel.DiesAfterSending = false;
        Assert.Equal(0, await NewWorker(site, outbox, channel).SendDueAsync(CancellationToken.None));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await NewWorker(site, outbox, channel).SendDueAsync(CancellationToken.None));
        Assert.Equal(0, await NewWorker(site, outbox, channel).SendDueAsync(CancellationToken.None));
        Assert.Equal(2, channel.Keys.Count);
        Assert.Single(channel.Keys.Distinct());
    }

    [Fact]
    public async Task Who_has_lost_the_lease_changes_nothing()
    {
        await using var site = await HelpSite.StartAsync();
        var channel = new Recorder();
        var outbox = await FilledAsync(site, channel, messages: 1);
        var slow = Assert.Single(await LeaseAsync(site, outbox));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        var quick = Assert.Single(await LeaseAsync(site, outbox));
        await NewDispatch(site, outbox).MarkAsync(quick, new Delivery.Delivered(), CancellationToken.None);
        await NewDispatch(site, outbox).MarkAsync(slow, new Delivery.Refused("too late"), CancellationToken.None);
        Assert.Empty(await outbox.UndeliveredAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_event_is_told_once_by_each_channel_to_each_address()
    {
        await using var site = await HelpSite.StartAsync();
        var channel = new Recorder();
        var outbox = await FilledAsync(site, channel, messages: 0);
        var told = new CaseEventRow { Kind = CaseEventRow.Opened };
        for (var again = 0; again < 3; again++)
            await site.Services.GetRequiredService<Database>().WriteAsync(
                connection => outbox.AddAsync(connection, new CaseRow { Id = "case" }, told, Addressee.Owner), CancellationToken.None);
        Assert.Single(await LeaseAsync(site, outbox));
    }

    [Fact]
    public async Task A_message_about_a_case_that_is_gone_is_not_tried_for_days()
    {
        await using var site = await HelpSite.StartAsync();
        var channel = new Recorder();
        var outbox = await FilledAsync(site, channel, messages: 0);
        await site.Services.GetRequiredService<Database>().WriteAsync(
            connection => outbox.AddAsync(connection, new CaseRow { Id = "gone" }, new CaseEventRow(), Addressee.Owner), CancellationToken.None);
        await NewWorker(site, outbox, channel).SendDueAsync(CancellationToken.None);
        Assert.Equal("The case is no longer here.", Assert.Single(await outbox.UndeliveredAsync(CancellationToken.None)).LastError);
    }

    [Theory]
    [InlineData(1, 0.5, 30)]
    [InlineData(2, 0.5, 60)]
    [InlineData(5, 0.5, 480)]
    [InlineData(9, 0.5, 7200)]
    [InlineData(1000, 0.5, 7200)]
    [InlineData(1, 0.0, 22.5)]
    [InlineData(1, 1.0, 37.5)]
    public void The_pause_doubles_up_to_two_hours_and_is_never_quite_in_step(long attempts, double chance, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(attempts, chance));

    private static Outbox NewOutbox(TestSite site, IChannel channel) => new(site.Services.GetRequiredService<Database>(), [channel],
        Options.Create(new OutboxOptions()), site.Services.GetRequiredService<SealedNotices>(), site.Services.GetRequiredService<SiteClock>());

    private static Dispatch NewDispatch(TestSite site, Outbox outbox) =>
        new(site.Services.GetRequiredService<Database>(), outbox, site.Services.GetRequiredService<Masking>(), site.Services.GetRequiredService<SiteClock>());

    private static Task<IReadOnlyList<OutboxRow>> LeaseAsync(TestSite site, Outbox outbox) =>
        NewDispatch(site, outbox).LeaseAsync("recorder", 10, CancellationToken.None);

    private static OutboxWorker NewWorker(TestSite site, Outbox outbox, IChannel channel) =>
        new(channel, outbox, NewDispatch(site, outbox), site.Services.GetRequiredService<Database>(), site.Services.GetRequiredService<SealedNotices>(),
            site.Services.GetRequiredService<NewsBringer>(),
            site.Services.GetRequiredService<DailyCheck>(), site.Time, NullLogger<OutboxWorker>.Instance);

    // The site has no channel of this name and would say so of the rows.
    private static async Task<Outbox> FilledAsync(TestSite site, IChannel channel, int messages)
    {
        await site.Services.GetServices<IHostedService>().OfType<ChannelWatch>().Single().StopAsync(CancellationToken.None);
        var outbox = NewOutbox(site, channel);
        var database = site.Services.GetRequiredService<Database>();
        for (var number = 0; number < messages; number++)
        {
            await site.Client.AskAsync(("problem", $"Message {number}"));
            var story = await site.Services.GetRequiredService<Cases>().FindByNumberAsync(number + 1, CancellationToken.None);
            Assert.NotNull(story);
            await database.WriteAsync(connection => outbox.AddAsync(connection, story.Case, story.Events[0], Addressee.Owner), CancellationToken.None);
        }
        return outbox;
    }

    private static async Task<int> DrainAsync(TestSite site, Outbox outbox, IChannel channel)
    {
        var worker = NewWorker(site, outbox, channel);
        var sum = 0;
        while (await worker.SendDueAsync(CancellationToken.None) is > 0 and var tried) sum += tried;
        return sum;
    }

    private sealed class Recorder : IChannel
    {
        public ConcurrentQueue<string> Keys { get; } = new();
        public bool DiesAfterSending { get; set; }
        public string Name => "recorder";

        public IReadOnlyList<string> AddressesOf(CaseRow subject, Addressee audience) => ["somewhere"];

        public async Task<Delivery> DeliverAsync(Message message, CancellationToken cancel)
        {
            await Task.Yield();
            Keys.Enqueue(message.Key);
            return DiesAfterSending ? throw new InvalidOperationException("The process died.") : new Delivery.Delivered();
        }
    }
}
