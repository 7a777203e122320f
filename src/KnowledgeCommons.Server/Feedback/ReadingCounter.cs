using System.Threading.Channels;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>
/// Counts readings off the reader's time: noting one is a place in a queue. While the database is away the oldest are dropped, so that
/// memory stays bounded, and <see cref="Dropped"/> says how many.
/// </summary>
internal sealed class ReadingCounter
{
    public const int MostWaiting = 65_536;
    private readonly Channel<NotedReading> _waiting;
    private readonly TimeProvider _time;
    private long _dropped;

    public ReadingCounter(TimeProvider time)
    {
        _time = time;
        _waiting = Channel.CreateBounded<NotedReading>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _dropped));
    }

    /// <summary>How many readings were lost since the start because they could not be stored in time.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Notes that a reader looked at an article; stored within about a second. Never waits and never fails.</summary>
    public void Note(string reader, Slug slug, Revision revision) =>
        _waiting.Writer.TryWrite(new NotedReading(reader, slug, revision, _time.GetUtcNow()));

    /// <summary>Takes up to so many readings out of the queue, oldest first. One taker at a time.</summary>
    public IReadOnlyList<NotedReading> Take(int most)
    {
        var taken = new List<NotedReading>(Math.Min(most, _waiting.Reader.Count));
        while (taken.Count < most && _waiting.Reader.TryRead(out var reading)) taken.Add(reading);
        return taken;
    }
}
