using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Stores the counted readings once a second, and what is left when the server stops.</summary>
internal sealed class ReadingFlush(ReadingCounter counter, Readings readings, ILogger<ReadingFlush> log, TimeProvider time) : RepeatingWork(log, time)
{
    // A longer write would keep answers waiting behind it.
    private const int PerWrite = 4096;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private IReadOnlyList<NotedReading> _unsaved = [];
    private long _droppedBefore;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (NotSavedException failure)
        {
            log.ReadingsLost(_unsaved.Count, failure);
        }
    }

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await Task.Delay(Pause, Time, cancel);
        await FlushAsync(cancel);
        var dropped = counter.Dropped;
        if (dropped > _droppedBefore) log.ReadingsDropped(dropped - _droppedBefore);
        _droppedBefore = dropped;
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        do
        {
            // What could not be stored last time goes first; meanwhile the queue behind it stays bounded by itself.
            if (_unsaved.Count == 0) _unsaved = counter.Take(PerWrite);
            if (_unsaved.Count > 0) await readings.AddAsync(_unsaved, cancel);
            (var written, _unsaved) = (_unsaved.Count, []);
            if (written < PerWrite) return;
        } while (true);
    }
}
