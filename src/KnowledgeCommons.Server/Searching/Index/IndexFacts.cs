using System.Collections.Concurrent;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What is known about one state of the index without asking it again. A change of the index needs new facts.</summary>
internal sealed class IndexFacts
{
    private readonly ConcurrentDictionary<string, long> _documents = new();
    private readonly IReadOnlyDictionary<long, Facet> _facets;
    private readonly IReadOnlyDictionary<string, long> _byUid;

    public IndexFacts(IReadOnlyDictionary<long, Facet> facets, IReadOnlyList<(string Key, string Title)> topics)
    {
        _facets = facets;
        _byUid = facets.DistinctBy(each => each.Value.Uid).ToDictionary(each => each.Value.Uid, each => each.Key);
        var counts = facets.Values.CountBy(facet => facet.Topic).ToDictionary();
        var places = topics.Select((topic, place) => (topic.Key, topic.Title, place)).ToDictionary(topic => topic.Key);
        var shelves = counts.Keys.Where(key => key.Length > 0)
            .OrderBy(key => places.TryGetValue(key, out var known) ? known.place : int.MaxValue).ThenBy(key => key, StringComparer.Ordinal)
            .Select(key => new TopicChoice(key, places.TryGetValue(key, out var known) ? known.Title : key, counts[key]));
        var platforms = facets.Values.SelectMany(facet => facet.Platforms).Distinct().Order(StringComparer.Ordinal);
        Scope = new([.. shelves], [.. platforms], [.. facets.Values.Select(facet => facet.Language).Distinct().Order(StringComparer.Ordinal)]);
        Spoken = new(facets.Values.CountBy(facet => facet.Language).ToDictionary());
        HasGerman = Scope.Languages.Any(Languages.IsGerman);
    }

    public long Articles => _facets.Count;
    public SearchScope Scope { get; }
    public SpokenLanguages Spoken { get; }
    public bool HasGerman { get; }

    /// <summary>The highest id of an article; 0 when there is none.</summary>
    public long LastId => _facets.Keys.DefaultIfEmpty().Max();

    public Facet? Facet(long id) => _facets.GetValueOrDefault(id);

    /// <summary>Whether an article is left when a search is narrowed; one that the facts do not know yet is not.</summary>
    public bool Stays(long id, SearchQuery query) => Facet(id)?.Stays(query) == true;

    public long? IdOf(string uid) => _byUid.TryGetValue(uid, out var id) ? id : null;

    /// <summary>The facts after articles went and came.</summary>
    public IndexFacts With(IEnumerable<long> removed, IEnumerable<(long Id, Facet Facet)> added, IReadOnlyList<(string Key, string Title)> topics)
    {
        var facets = new Dictionary<long, Facet>(_facets);
        foreach (var id in removed) facets.Remove(id);
        foreach (var (id, facet) in added) facets[id] = facet;
        return new IndexFacts(facets, topics);
    }

    /// <summary>
    /// In how many articles a word stands, by its stem. Only words that are there are remembered, so the memory is bounded by the library's vocabulary.
    /// </summary>
    public long Documents(string stem, IIndexReader reader)
    {
        if (_documents.TryGetValue(stem, out var known)) return known;
        var counted = reader.Documents(stem);
        if (counted > 0) _documents.TryAdd(stem, counted);
        return counted;
    }

    /// <summary>How much a word tells, by its stem.</summary>
    public double Weight(string stem, IIndexReader reader) => WeightOf(Documents(stem, reader), Articles);

    /// <summary>
    /// How much something tells that stands in so many of all articles: the probabilistic inverse document frequency of Robertson and Spärck Jones, kept
    /// above zero by adding one before the logarithm, as BM25 is calculated today.
    /// </summary>
    public static double WeightOf(long documents, long articles) => Math.Log(1 + ((Math.Max(0, articles - documents) + 0.5) / (documents + 0.5)));
}
