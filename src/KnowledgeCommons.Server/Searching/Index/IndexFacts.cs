using System.Collections.Concurrent;
using System.Collections.Immutable;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What is known about one state of the index without asking it again. A change of the index needs new facts.</summary>
internal sealed class IndexFacts
{
    private readonly ConcurrentDictionary<string, long> _documents = new();
    private readonly ById<Facet> _facets;
    private readonly ImmutableDictionary<string, long> _byUid;
    private readonly FacetCounts _counts;
    private readonly ImmutableDictionary<Gate, ImmutableHashSet<long>> _behind;
    private readonly IReadOnlyList<(string Key, string Title)> _topics;

    private IndexFacts(ById<Facet> facets, ImmutableDictionary<string, long> byUid, FacetCounts counts, ImmutableDictionary<Gate, ImmutableHashSet<long>> behind, long lastId,
        IReadOnlyList<(string Key, string Title)> topics)
    {
        (_facets, _byUid, _counts, _behind, LastId, _topics) = (facets, byUid, counts, behind, lastId, topics);
        var places = topics.Select((topic, place) => (topic.Key, topic.Title, place)).ToDictionary(topic => topic.Key);
        var shelves = counts.Topics.Where(topic => topic.Key.Length > 0)
            .OrderBy(topic => places.TryGetValue(topic.Key, out var known) ? known.place : int.MaxValue).ThenBy(topic => topic.Key, StringComparer.Ordinal)
            .Select(topic => new TopicChoice(topic.Key, places.TryGetValue(topic.Key, out var known) ? known.Title : topic.Key, topic.Value));
        Scope = new([.. shelves], [.. counts.Platforms.Keys.Order(StringComparer.Ordinal)], [.. counts.Languages.Keys.Order(StringComparer.Ordinal)]);
        Spoken = new(counts.Languages);
        HasGerman = Scope.Languages.Any(Languages.IsGerman);
    }

    public static IndexFacts None { get; } = new(ById<Facet>.None, ImmutableDictionary<string, long>.Empty, FacetCounts.None, ImmutableDictionary<Gate, ImmutableHashSet<long>>.Empty, 0, []);

    public long Articles => _facets.Count;
    public SearchScope Scope { get; }
    public SpokenLanguages Spoken { get; }
    public bool HasGerman { get; }

    /// <summary>The highest id that an article has or had; 0 when there was none.</summary>
    public long LastId { get; }

    /// <summary>All gates that something is behind, none of which is open to everybody.</summary>
    public IEnumerable<Gate> Gates => _behind.Keys;

    /// <summary>The articles behind a gate.</summary>
    public IEnumerable<long> Behind(Gate gate) => _behind.GetValueOrDefault(gate, []);

    public Facet? Facet(long id) => _facets[id];

    /// <summary>Whether an article is left when a search is narrowed; one that the facts do not know yet is not.</summary>
    public bool Stays(long id, SearchQuery query) => Facet(id)?.Stays(query) == true;

    /// <summary>An article by its permanent id; where it is seen in several ways, this is one of them.</summary>
    public long? IdOf(string uid) => _byUid.TryGetValue(uid, out var id) ? id : null;

    /// <summary>The facts after articles went and came; a new one has an id of its own.</summary>
    public IndexFacts With(IReadOnlyCollection<long> removed, IReadOnlyCollection<KeyValuePair<long, Facet>> added, IReadOnlyList<(string Key, string Title)> topics)
    {
        List<Facet> gone = [.. removed.Select(Facet).OfType<Facet>()];
        var byUid = _byUid.ToBuilder();
        byUid.RemoveRange(gone.Select(facet => facet.Uid));
        foreach (var (id, facet) in added) byUid[facet.Uid] = id;
        var counts = _counts.With(gone, [.. added.Select(each => each.Value)]);
        return new(_facets.With(removed, added), byUid.ToImmutable(), counts, BehindWith(removed, added), added.Select(each => each.Key).Append(LastId).Max(), topics);
    }

    /// <summary>The facts as if these articles had never been there. What is left of one that is seen in several ways is found by its permanent id.</summary>
    public IndexFacts Without(IReadOnlyCollection<long> hidden)
    {
        var left = With(hidden, [], _topics);
        var byUid = left._byUid.ToBuilder();
        foreach (var id in left._behind.Values.SelectMany(ids => ids))
            if (left.Facet(id) is { } facet) byUid[facet.Uid] = id;
        return new(left._facets, byUid.ToImmutable(), left._counts, left._behind, LastId, _topics);
    }

    private ImmutableDictionary<Gate, ImmutableHashSet<long>> BehindWith(IEnumerable<long> removed, IEnumerable<KeyValuePair<long, Facet>> added)
    {
        var behind = _behind;
        foreach (var id in removed)
            if (Facet(id) is { Gate: { IsOpen: false } gate } && behind.TryGetValue(gate, out var those))
                behind = those.Remove(id) is { IsEmpty: false } left ? behind.SetItem(gate, left) : behind.Remove(gate);
        foreach (var gated in added.Where(each => !each.Value.Gate.IsOpen).GroupBy(each => each.Value.Gate, each => each.Key))
            behind = behind.SetItem(gated.Key, behind.GetValueOrDefault(gated.Key, []).Union(gated));
        return behind;
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
