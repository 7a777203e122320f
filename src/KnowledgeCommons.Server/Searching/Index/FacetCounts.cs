using System.Collections.Immutable;

namespace KnowledgeCommons.Server.Searching;

/// <summary>How many articles lie directly in each topic, name each platform and speak each language. One state of an index; never changed.</summary>
internal sealed record FacetCounts(
    ImmutableDictionary<string, int> Topics, ImmutableDictionary<string, int> Platforms, ImmutableDictionary<string, int> Languages)
{
    public static FacetCounts None { get; } = new(ImmutableDictionary<string, int>.Empty, ImmutableDictionary<string, int>.Empty, ImmutableDictionary<string, int>.Empty);

    public FacetCounts With(IReadOnlyCollection<Facet> removed, IReadOnlyCollection<Facet> added) => new(
        Counted(Topics, removed, added, facet => [facet.Topic]),
        Counted(Platforms, removed, added, facet => facet.Platforms),
        Counted(Languages, removed, added, facet => [facet.Language]));

    private static ImmutableDictionary<string, int> Counted(
        ImmutableDictionary<string, int> counts, IReadOnlyCollection<Facet> removed, IReadOnlyCollection<Facet> added, Func<Facet, IEnumerable<string>> keys)
    {
        var changed = counts.ToBuilder();
        foreach (var key in removed.SelectMany(keys)) Count(key, -1);
        foreach (var key in added.SelectMany(keys)) Count(key, 1);
        return changed.ToImmutable();

        void Count(string key, int by)
        {
            if (changed.GetValueOrDefault(key) + by is var count and not 0) changed[key] = count;
            else changed.Remove(key);
        }
    }
}
