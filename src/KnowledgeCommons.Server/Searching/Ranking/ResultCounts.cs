namespace KnowledgeCommons.Server.Searching;

internal static class ResultCounts
{
    /// <summary>What each way of narrowing would leave of these articles. Those that name no platform are for every platform.</summary>
    public static SearchCounts Of(IEnumerable<Facet> facets, SearchScope scope)
    {
        var (topics, languages, platforms) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>());
        var forAll = 0;
        foreach (var facet in facets)
        {
            if (facet.Topic.Length > 0) Count(topics, facet.Topic);
            Count(languages, facet.Language);
            if (facet.Platforms.Count == 0) forAll++;
            foreach (var platform in facet.Platforms) Count(platforms, platform);
        }
        if (forAll > 0)
            foreach (var platform in scope.Platforms) platforms[platform] = platforms.GetValueOrDefault(platform) + forAll;
        return new(topics, platforms, languages);
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
