using System.Collections.Concurrent;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What is known about one state of the index without asking it again. A change of the index needs new facts.</summary>
internal sealed class IndexFacts(long articles, SearchScope scope)
{
    private readonly ConcurrentDictionary<string, long> _documents = new();

    public long Articles => articles;
    public SearchScope Scope => scope;

    /// <summary>
    /// In how many articles a word stands, by its stem. Only words that are there are remembered, so the memory is bounded by the library's vocabulary.
    /// </summary>
    public long Documents(string stem, IndexReader reader)
    {
        if (_documents.TryGetValue(stem, out var known)) return known;
        var counted = reader.Documents(stem);
        if (counted > 0) _documents.TryAdd(stem, counted);
        return counted;
    }

    /// <summary>How much a word tells: the probabilistic inverse document frequency of Robertson and Spärck Jones, kept above zero as in BM25.</summary>
    public double Weight(string stem, IndexReader reader)
    {
        var documents = Documents(stem, reader);
        return Math.Log(1 + ((articles - documents + 0.5) / (documents + 0.5)));
    }
}
