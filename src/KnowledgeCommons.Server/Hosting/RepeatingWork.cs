namespace KnowledgeCommons.Server.Hosting;

/// <summary>Work that goes on as long as the server runs. A round that fails is logged and tried again; it never takes the server down.</summary>
internal abstract class RepeatingWork(ILogger log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    protected TimeProvider Time => time;

    /// <summary>One round, including the wait for the next one.</summary>
    protected abstract Task RunOnceAsync(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.RoundFailed(GetType().Name, failure);
                await Task.Delay(PauseAfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
