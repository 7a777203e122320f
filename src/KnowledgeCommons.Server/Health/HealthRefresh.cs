using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Keeps what is known of articles in step: each minute what people said and asked, each hour the readings of the day, each night the judgements of the days
/// that are final.
/// </summary>
internal sealed class HealthRefresh(
    AttributionBook attribution, EvidenceTally evidence, ReadingTally readings, HealthLedger ledger, RelatednessFit fit, HealthLease lease,
    PublishedLibrary published, ILogger<HealthRefresh> log, TimeProvider time) : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Learnt = TimeSpan.FromDays(365);
    private DateTimeOffset? _readAt;
    private long? _night;

    /// <summary>Brings everything up to this moment.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await readings.CatchUpAsync(cancel);
        while (await CatchUpAsync(cancel)) { }
        await ledger.AdvanceAsync(cancel);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await lease.ReleaseAsync(cancellationToken);
        }
        catch (NotSavedException)
        {
            // Then it ends by itself.
        }
    }

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await published.WaitForNewerAsync(Library.Empty, cancel);
        // A large import goes on at once, and lets everything else have its turn in between.
        if (await lease.HoldAsync(cancel) && await WorkAsync(cancel)) return;
        await Task.Delay(Pause, Time, cancel);
    }

    private async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        if (!(now - _readAt < BetweenReadings))
        {
            await readings.CatchUpAsync(cancel);
            _readAt = now;
        }
        var isMore = await CatchUpAsync(cancel);
        if (!isMore && await ledger.IsBehindAsync(cancel)) await ledger.AdvanceAsync(cancel);
        var night = Readings.DayOf(now - AfterMidnight);
        if (night == _night) return isMore;
        await readings.CatchUpAsync(cancel);
        await ledger.AdvanceAsync(cancel);
        attribution.Relatedness = await fit.FitAsync(now - Learnt, cancel);
        _night = night;
        return isMore;
    }

    private async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        var isMore = await attribution.CatchUpAsync(cancel);
        await ledger.RejudgeAsync(await evidence.CatchUpAsync(cancel), cancel);
        return isMore;
    }
}
