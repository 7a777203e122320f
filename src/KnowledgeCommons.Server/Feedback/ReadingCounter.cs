using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>
/// Counts readings off the reader's time: noting one adds to a number in memory. While the database is away, readers beyond
/// <see cref="MostWaiting"/> are not counted, so that memory stays bounded, and <see cref="Dropped"/> says how many readings that were.
/// </summary>
internal sealed class ReadingCounter(TimeProvider time)
{
    public const int MostWaiting = 65_536;
    private readonly Lock _counting = new();
    private readonly Dictionary<ReadingKey, NotedReading> _waiting = [];
    private long _dropped;

    /// <summary>How many readings were lost since the start because they could not be stored in time.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Notes that a reader looked at an article; stored within about a second. Never fails.</summary>
    public void Note(string reader, Slug slug, Revision revision)
    {
        var now = time.GetUtcNow();
        var key = new ReadingKey(reader, slug, revision, Readings.DayOf(now));
        lock (_counting)
        {
            ref var noted = ref CollectionsMarshal.GetValueRefOrNullRef(_waiting, key);
            if (!Unsafe.IsNullRef(ref noted)) noted = noted.Again(now);
            else if (_waiting.Count < MostWaiting) _waiting.Add(key, new NotedReading(key, now, now, 1));
            else Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Takes up to so many out of the memory. One taker at a time.</summary>
    public IReadOnlyList<NotedReading> Take(int most)
    {
        lock (_counting)
        {
            var taken = _waiting.Values.Take(most).ToList();
            foreach (var noted in taken) _waiting.Remove(noted.Key);
            return taken;
        }
    }
}
