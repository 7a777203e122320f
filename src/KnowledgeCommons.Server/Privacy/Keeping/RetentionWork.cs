using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>Once an hour, on one server: ends what was kept long enough.</summary>
internal sealed class RetentionWork(Retention retention, RetentionLease lease, ILogger<RetentionWork> log, TimeProvider time) : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

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
        await Task.Delay(Pause, Time, cancel);
        if (await lease.HoldAsync(cancel)) await retention.RunAsync(cancel);
    }
}
