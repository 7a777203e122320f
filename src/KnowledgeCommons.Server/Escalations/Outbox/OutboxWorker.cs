using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Sends what waits for one channel; each channel has a worker of its own, so that one that hangs holds up no other. At least once: a crash
/// between sending and noting it sends again, under the same key. A channel that throws keeps its lease and is tried again when that runs out.
/// </summary>
internal sealed class OutboxWorker(
    IChannel channel, Outbox outbox, Dispatch dispatch, Database database, SealedNotices notices, NewsBringer news, DailyCheck check, TimeProvider time, ILogger<OutboxWorker> log)
    : RepeatingWork(log, time)
{
    private const int MostAtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public IChannel Channel => channel;

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        var written = outbox.News;
        await check.AddDueAsync(channel, cancel);
        while (await SendDueAsync(cancel) > 0)
        {
        }
        if (await dispatch.SettleAsync(channel.Name, cancel) > 0) outbox.Wake();
        await PauseAsync(written, cancel);
    }

    /// <summary>One batch; returns how many messages were tried.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var leased = await dispatch.LeaseAsync(channel.Name, MostAtOnce, cancel);
        await Task.WhenAll(leased.Select(row => SendAsync(row, cancel)));
        return leased.Count;
    }

    private async Task SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var outcome = await DeliverAsync(row, cancel);
        if (outcome is not Delivery.Delivered) log.NotDelivered(row.Channel, row.Id, row.Attempts);
        await dispatch.MarkAsync(row, outcome, cancel);
    }

    private async Task<Delivery> DeliverAsync(OutboxRow row, CancellationToken cancel)
    {
        var notice = notices.Open(Notice.FromJson(row.Payload));
        return notice.Kind is { } kind ? await RunAsync(row, notice, kind, cancel)
            : notice.IsOfCase ? await TellAsync(row, notice, cancel)
            : await news.BringAsync(channel, row, notice, cancel);
    }

    private async Task<Delivery> RunAsync(OutboxRow row, Notice notice, string kind, CancellationToken cancel)
    {
        var ticket = await database.ReadAsync(connection => TicketBook.FindAsync(connection, notice.Case, row.Channel), cancel);
        return await channel.DeliverAsync(new Errand(row.IdempotencyKey, kind, notice.Case, notice.Event, notice.Address, ticket, row.MayBeThere), cancel);
    }

    private async Task<Delivery> TellAsync(OutboxRow row, Notice notice, CancellationToken cancel)
    {
        var (story, ticket) = await database.ReadAsync(async connection => (
            DailyCheck.Is(notice) ? check.StoryOf(notice) : await CaseBook.StoryAsync(connection, await CaseBook.FindAsync(connection, notice.Case)),
            await TicketBook.FindAsync(connection, notice.Case, row.Channel)), cancel);
        var told = story?.Events.FirstOrDefault(entry => entry.Id == notice.Event);
        return story is null || told is null
            ? new Delivery.Refused("The case is no longer here.")
            : await channel.DeliverAsync(new Message(row.IdempotencyKey, notice.Audience, notice.Address, story, told, ticket, row.MayBeThere), cancel);
    }

    private async Task PauseAsync(Task written, CancellationToken cancel) =>
        await written.WaitAsync(Pause, Time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
