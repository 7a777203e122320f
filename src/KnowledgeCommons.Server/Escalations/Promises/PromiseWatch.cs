using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Looks after promises every ten seconds.</summary>
internal sealed class PromiseWatch(PromiseKeeping keeping, TimeProvider time, ILogger<PromiseWatch> log) : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await keeping.LookAsync(cancel);
        await Task.Delay(Pause, Time, cancel);
    }
}
