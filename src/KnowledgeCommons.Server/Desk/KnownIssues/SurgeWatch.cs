using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Looks for surges every two minutes and proposes a known issue to whoever is on duty, by the way that they are reached.</summary>
internal sealed class SurgeWatch(Surges surges, Proposals proposals, TimeProvider time, ILogger<SurgeWatch> log) : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await LookAsync(cancel);
        await Task.Delay(Pause, Time, cancel);
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        foreach (var surge in await surges.NowAsync(cancel))
            if (surge.Proposal is null) await proposals.AddAsync(surge.Words, surge.People, surge.Usual, cancel);
    }
}
