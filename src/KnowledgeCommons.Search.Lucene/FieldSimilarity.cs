using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>BM25 in which only documents that have the field count, as in later Lucenes: the headings' documents do not make articles look rare or short.</summary>
internal sealed class FieldSimilarity : BM25Similarity
{
    public override Explanation IdfExplain(CollectionStatistics collection, TermStatistics term) => base.IdfExplain(OfField(collection), term);

    public override Explanation IdfExplain(CollectionStatistics collection, TermStatistics[] terms) => base.IdfExplain(OfField(collection), terms);

    protected override float AvgFieldLength(CollectionStatistics collection) => base.AvgFieldLength(OfField(collection));

    private static CollectionStatistics OfField(CollectionStatistics all) => all.DocCount <= 0
        ? all
        : new CollectionStatistics(all.Field, all.DocCount, all.DocCount, all.SumTotalTermFreq, all.SumDocFreq);
}
