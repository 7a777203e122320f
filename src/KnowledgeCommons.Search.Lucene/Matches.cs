using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>Collects what matches in no order, each with what is read of it while its part of the index is at hand; over as soon as there are enough.</summary>
internal sealed class Matches<T>(Func<AtomicReader, Func<int, T>> reading, int most) : ICollector
{
    private Func<int, T>? _read;

    public List<T> All { get; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
        // How well something fits is not Lucene's to say.
    }

    public void SetNextReader(AtomicReaderContext context) => _read = reading(context.AtomicReader);

    public void Collect(int doc)
    {
        if (_read is null) return;
        if (All.Count >= most) throw new CollectionTerminatedException();
        All.Add(_read(doc));
    }
}
