using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>Collects what matches in no order, each with what is read of it while its part of the index is at hand.</summary>
internal sealed class Matches<T>(Func<AtomicReader, Func<int, T>> reading, int most) : ICollector
{
    private Func<int, T>? _read;
    private Scorer? _scorer;

    public List<(T Found, float Score)> All { get; } = [];

    /// <summary>Without scores it is over as soon as there are enough; with them only the whole tells which are best.</summary>
    public bool WithScores { get; init; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = WithScores ? scorer : null;

    public void SetNextReader(AtomicReaderContext context) => _read = reading(context.AtomicReader);

    public void Collect(int doc)
    {
        if (_read is null) return;
        if (!WithScores && All.Count >= most) throw new CollectionTerminatedException();
        All.Add((_read(doc), _scorer?.GetScore() ?? 0));
    }

    /// <summary>At most so many, and of more than those the best.</summary>
    public IEnumerable<(T Found, float Score)> Best => All.Count > most ? All.OrderByDescending(each => each.Score).Take(most) : All;
}
