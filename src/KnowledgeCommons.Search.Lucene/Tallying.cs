using KnowledgeCommons.Server.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>Collects what matches, and how often each word of the expression stands in which field of it.</summary>
internal sealed class Tallying : ICollector
{
    private readonly int _most;
    private readonly List<(int Leaf, Weight Query, string Field)> _words = [];
    private (int Leaf, Scorer Found, string Field)[] _found = [];
    private NumericDocValues? _ids;

    public Tallying(Expression sought, IndexSearcher searcher, int most)
    {
        _most = most;
        var leaves = LuceneQuery.Leaves(sought).ToList();
        Rows = new(leaves.Count);
        for (var leaf = 0; leaf < leaves.Count; leaf++)
            foreach (var (field, query) in leaves[leaf]) _words.Add((leaf, searcher.CreateNormalizedWeight(query), field));
    }

    public Tally Rows { get; }

    // The words are looked up along with what matches.
    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer)
    {
        // How well something fits is not Lucene's to say.
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        _ids = context.AtomicReader.GetNumericDocValues(Fields.Id);
        _found =
        [
            .. from word in _words
               let found = word.Query.GetScorer(context, null)
               where found is not null
               select (word.Leaf, found, word.Field)
        ];
    }

    public void Collect(int doc)
    {
        if (Rows.Count >= _most) throw new CollectionTerminatedException();
        Rows.Start(_ids?.Get(doc) ?? 0);
        foreach (var (leaf, found, field) in _found)
        {
            if (found.DocID < doc) found.Advance(doc);
            if (found.DocID == doc) Add(leaf, field, Math.Min(found.Freq, Tally.MostTimes));
        }
    }

    // What is called and the rest stand there as often as they weigh.
    private void Add(int leaf, string field, int times)
    {
        if (field == Fields.Called) Rows.AddWeighed(leaf, isNamed: true, times);
        else Rows.AddWeighed(leaf, isNamed: false, field == Fields.Headings ? times * FieldWeights.Of(Field.Headings) : times);
    }
}
