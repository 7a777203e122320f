using KnowledgeCommons.Server.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Term = Lucene.Net.Index.Term;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>Answers from one committed state of the index. Any number of threads may ask.</summary>
internal sealed class LuceneIndexReader(DirectoryReader reader) : IIndexReader
{
    private readonly IndexSearcher _searcher = new(reader) { Similarity = new FieldSimilarity() };

    // An article that was changed is still in the statistics until its part of the index is merged.
    public long Documents(string stem)
    {
        var term = new Term(Fields.Text, stem);
        return reader.Leaves.Sum(leaf => leaf.AtomicReader.HasDeletions ? Living(leaf.AtomicReader, term) : leaf.AtomicReader.DocFreq(term));
    }

    public IReadOnlyList<(long Id, double Score)> Matching(Expression sought, int most)
    {
        var matches = new Matches<long>(Ids, most) { WithScores = true };
        _searcher.Search(LuceneQuery.Scoring(sought), matches);
        return [.. matches.Best.Select(match => (match.Found, (double)match.Score))];
    }

    public IReadOnlyList<long> Having(Expression sought, int most) => Found(LuceneQuery.Matching(sought), Ids, most);

    public IndexedText? Article(long id)
    {
        foreach (var leaf in reader.Leaves)
            if (leaf.AtomicReader.GetTermDocsEnum(new Term(Fields.Id, $"{id}")) is { } found && found.NextDoc() is var doc and not DocIdSetIterator.NO_MORE_DOCS)
                return ArticleDocuments.TextOf(leaf.AtomicReader.Document(doc));
        return null;
    }

    public IReadOnlyList<Suggestion> Titles(Expression sought, int most) => Found(LuceneQuery.Completing(sought, Fields.Title), Cards, most);

    public IReadOnlyList<Suggestion> Headings(Expression sought, int most) => Found(LuceneQuery.Completing(sought, Fields.Heading), Cards, most);

    /// <summary>Null when the index has no such article.</summary>
    public long? IdOf(string slug)
    {
        var id = Found(new TermQuery(new Term(Fields.Slug, slug)), Ids, int.MaxValue).Max(id => (long?)id);
        return id is 0 ? null : id;
    }

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

    /// <summary>Every word that a misspelt one may have been meant as.</summary>
    public IEnumerable<string> TellingWords()
    {
        if (MultiFields.GetTerms(reader, Fields.Telling)?.GetEnumerator() is not { } words) yield break;
        while (words.MoveNext()) yield return words.Term.Utf8ToString();
    }

    private List<T> Found<T>(Query query, Func<AtomicReader, Func<int, T>> reading, int most)
    {
        var matches = new Matches<T>(reading, most);
        _searcher.Search(query, matches);
        return matches.All.ConvertAll(match => match.Found);
    }

    private static long Living(AtomicReader part, Term term)
    {
        if (part.GetTermDocsEnum(term) is not { } documents) return 0;
        var count = 0L;
        while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS) count++;
        return count;
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
