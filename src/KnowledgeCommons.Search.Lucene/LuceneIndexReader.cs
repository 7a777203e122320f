using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Term = Lucene.Net.Index.Term;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>Answers from one committed state of the index. Any number of threads may ask.</summary>
internal sealed class LuceneIndexReader(DirectoryReader reader) : IShelvedIndex
{
    private readonly IndexSearcher _searcher = new(reader);

    public FieldLengths Lengths { get; } = LengthsOf(reader);

    public IIndexReader Open(IReadOnlyCollection<Gate> gates, FieldLengths lengths) => new OpenShelves(this, LuceneQuery.Behind(gates), lengths);

    public IndexedText? Article(long id)
    {
        foreach (var leaf in reader.Leaves)
            if (leaf.AtomicReader.GetTermDocsEnum(new Term(Fields.Id, $"{id}")) is { } found && found.NextDoc() is var doc and not DocIdSetIterator.NO_MORE_DOCS)
                return ArticleDocuments.TextOf(leaf.AtomicReader.Document(doc));
        return null;
    }

    /// <summary>One for each way the article is seen; none when the index has no such article.</summary>
    public IEnumerable<long> IdsOf(string slug) => Found(new TermQuery(new Term(Fields.Slug, slug)), Ids, int.MaxValue).Where(id => id > 0);

    /// <summary>Every article with what it can be narrowed by.</summary>
    public Dictionary<long, Facet> Facets()
    {
        var all = new Dictionary<long, Facet>();
        foreach (var (id, facet) in Found(new MatchAllDocsQuery(), Both, int.MaxValue))
            if (facet is not null) all.Add(id, facet);
        return all;

        static Func<int, (long, Facet?)> Both(AtomicReader part)
        {
            var (ids, facets) = (Ids(part), Binary(part, Fields.Facet));
            return doc => (ids(doc), facets(doc) is { Length: > 0 } packed ? ArticleDocuments.FacetOf(packed) : null);
        }
    }

    /// <summary>Every word that a misspelt one may have been meant as by whoever may pass a gate.</summary>
    public IEnumerable<string> TellingWords(Gate gate)
    {
        if (MultiFields.GetTerms(reader, Fields.TellingBehind(gate))?.GetEnumerator() is not { } words) yield break;
        while (words.MoveNext()) yield return words.Term.Utf8ToString();
    }

    private List<T> Found<T>(Query query, Func<AtomicReader, Func<int, T>> reading, int most)
    {
        var matches = new Matches<T>(reading, most);
        _searcher.Search(query, matches);
        return matches.All;
    }

    /// <summary>What stands behind some gates: all queries are kept to it.</summary>
    private sealed class OpenShelves(LuceneIndexReader index, Query shelves, FieldLengths lengths) : IIndexReader
    {
        public FieldLengths Lengths => lengths;

        public long Documents(string stem)
        {
            var counted = new TotalHitCountCollector();
            index._searcher.Search(LuceneQuery.Both(LuceneQuery.WithStem(stem), shelves), counted);
            return counted.TotalHits;
        }

        public Tally Matching(Expression sought, int most)
        {
            var tally = new Tallying(sought, index._searcher, most);
            index._searcher.Search(LuceneQuery.Both(LuceneQuery.Matching(sought), shelves), tally);
            return tally.Rows;
        }

        public IReadOnlyList<long> Having(Expression sought, int most) => Found(LuceneQuery.Matching(sought), Ids, most);

        public IndexedText? Article(long id) => index.Article(id);

        public IReadOnlyList<Suggestion> Titles(Expression sought, int most) => Found(LuceneQuery.Completing(sought, Fields.Title), Cards, most);

        public IReadOnlyList<Suggestion> Headings(Expression sought, int most) => Found(LuceneQuery.Completing(sought, Fields.Heading), Cards, most);

        private List<T> Found<T>(Query query, Func<AtomicReader, Func<int, T>> reading, int most) => index.Found(LuceneQuery.Both(query, shelves), reading, most);
    }

    private static FieldLengths LengthsOf(DirectoryReader reader)
    {
        var matches = new Matches<KeyValuePair<long, (int, int)>>(Read, int.MaxValue);
        new IndexSearcher(reader).Search(new MatchAllDocsQuery(), matches);
        // The documents of headings have no id.
        return FieldLengths.None.With([], [.. matches.All.Where(article => article.Key > 0)]);

        static Func<int, KeyValuePair<long, (int, int)>> Read(AtomicReader part)
        {
            var (called, other, ids) = (part.GetNumericDocValues(Fields.CalledLength), part.GetNumericDocValues(Fields.OtherLength), Ids(part));
            return doc => KeyValuePair.Create(ids(doc), ((int)(called?.Get(doc) ?? 0), (int)(other?.Get(doc) ?? 0)));
        }
    }

    private static Func<int, long> Ids(AtomicReader part) => part.GetNumericDocValues(Fields.Id) is { } ids ? ids.Get : _ => 0;

    private static Func<int, Suggestion> Cards(AtomicReader part)
    {
        var cards = Binary(part, Fields.Card);
        return doc => ArticleDocuments.SuggestionOf(cards(doc));
    }

    private static Func<int, BytesRef> Binary(AtomicReader part, string field)
    {
        var values = part.GetBinaryDocValues(field);
        return doc =>
        {
            var value = new BytesRef();
            values?.Get(doc, value);
            return value;
        };
    }
}
