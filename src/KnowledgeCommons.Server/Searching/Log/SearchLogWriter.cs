using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Searching;

internal sealed class SearchLogWriter(SearchLog searches, ILogger<SearchLogWriter> log, TimeProvider time) : RepeatingWork(log, time)
{
    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await searches.WaitAsync(cancel);
        await searches.WriteWaitingAsync();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await searches.WriteWaitingAsync();
    }
}
