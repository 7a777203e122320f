namespace KnowledgeCommons.Server.Demo;

/// <summary>What is still to happen in the story, taken in the order of its time; what was put down first comes first at the same instant.</summary>
internal sealed class DemoAgenda(DemoClock clock)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset, long)> _waiting = new();
    private long _put;

    public void Put(DateTimeOffset at, Func<Task> happening) => _waiting.Enqueue(happening, (at, _put++));

    /// <summary>Lets everything happen up to an instant, also what is put down meanwhile; the clock stands at that instant then.</summary>
    public async Task LiveUntilAsync(DateTimeOffset end, CancellationToken cancel)
    {
        while (_waiting.TryPeek(out var happening, out var when) && when.Item1 <= end)
        {
            cancel.ThrowIfCancellationRequested();
            _waiting.Dequeue();
            clock.Set(when.Item1);
            await happening();
        }
        clock.Set(end);
    }
}
