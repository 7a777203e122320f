using System.Data.Common;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Sends what waits in the outbox. At least once: a crash between sending and noting it sends again, under the same key.
/// A channel that throws keeps its lease and is tried again when that runs out.
/// </summary>
internal sealed class OutboxWorker(Outbox outbox, Database database, IEnumerable<IChannel> channels, TimeProvider time, ILogger<OutboxWorker> log)
    : RepeatingWork(log, time)
{
    private const int MostAtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await outbox.GiveUpAsync(cancel);
        while (await SendDueAsync(cancel) > 0)
        {
        }
        await PauseAsync(cancel);
    }

    /// <summary>One batch; returns how many messages were tried.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var leased = await outbox.LeaseAsync(MostAtOnce, cancel);
        await Task.WhenAll(leased.Select(row => SendAsync(row, cancel)));
        return leased.Count;
    }

    private async Task SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var outcome = await DeliverAsync(row, cancel);
        if (outcome is not Delivery.Delivered) log.NotDelivered(row.Channel, row.Id, row.Attempts);
        await outbox.MarkAsync(row, outcome, cancel);
    }

    private async Task<Delivery> DeliverAsync(OutboxRow row, CancellationToken cancel)
    {
        var notice = Notice.FromJson(row.Payload);
        if (channels.FirstOrDefault(channel => channel.Name == row.Channel) is not { } channel) return new Delivery.TryLater("This channel is not set up any more.");
        return notice.IsNews ? await BringNewsAsync(channel, row, notice, cancel) : await TellAsync(channel, row, notice, cancel);
    }

    private async Task<Delivery> TellAsync(IChannel channel, OutboxRow row, Notice notice, CancellationToken cancel)
    {
        var story = await database.ReadAsync(async connection => await StoryAsync(connection, notice), cancel);
        var told = story?.Events.FirstOrDefault(entry => entry.Id == notice.Event);
        if (story is null || told is null) return new Delivery.Refused("The case is no longer here.");
        return await channel.DeliverAsync(new Message(row.IdempotencyKey, notice.Audience, notice.Address, story, told), cancel);
    }

    private async Task<Delivery> BringNewsAsync(IChannel channel, OutboxRow row, Notice notice, CancellationToken cancel)
    {
        var change = await database.ReadAsync(connection => KnownIssueBook.FindChangeAsync(connection, notice.Event), cancel);
        return change is null
            ? new Delivery.Refused("The known issue is no longer here.")
            : await channel.DeliverAsync(new News(row.IdempotencyKey, notice.Address, change), cancel);
    }

    private static async Task<Story?> StoryAsync(DbConnection connection, Notice notice) =>
        await CaseBook.StoryAsync(connection, await CaseBook.FindAsync(connection, notice.Case));

    private async Task PauseAsync(CancellationToken cancel)
    {
        using var pause = new CancellationTokenSource(Pause, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancel);
        await outbox.WaitForNewsAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
