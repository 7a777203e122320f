using System.Runtime.InteropServices;

namespace KnowledgeCommons.Server.Searching;

internal static class ResultCounts
{
    /// <summary>What each way of narrowing would leave of these articles. Those that name no platform are for every platform.</summary>
    public static SearchCounts Of(IReadOnlyList<Facet> facets, SearchScope scope)
    {
        var (topics, languages, platforms) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>());
        var forAll = 0;
        foreach (var facet in facets)
        {
            if (facet.Topic.Length > 0) Count(topics, facet.Topic);
            if (scope.Languages.Count > 1) Count(languages, facet.Language);
            if (facet.Platforms.Count == 0) forAll++;
            foreach (var platform in facet.Platforms) Count(platforms, platform);
        }
        if (scope.Languages is [var only] && facets.Count > 0) languages[only] = facets.Count;
        if (forAll > 0)
            foreach (var platform in scope.Platforms) platforms[platform] = platforms.GetValueOrDefault(platform) + forAll;
        return new(topics, platforms, languages);
    }

    private static void Count(Dictionary<string, int> counts, string key) => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
