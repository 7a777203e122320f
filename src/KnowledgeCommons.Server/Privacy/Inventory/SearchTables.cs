using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>What readers searched for and read.</summary>
internal static class SearchTables
{
    public const int FewestPeople = 3;

    private const string Rare = "words IN (SELECT words FROM search GROUP BY words HAVING COUNT(DISTINCT reader) < 3)";

    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("search", "id", KeptTopic.Searches)
        {
            Columns = [.. Plain("id", "at", "hits", "total", "folded_into"), .. Pseudonyms("reader"), .. Words("query", "words")],
            At = "at",
            Ends =
            [
                new(Period.RareSearches, "at < @before AND reader NOT LIKE 'gone:%'") { Choice = Rare, Says = "rare" },
                new(Period.Searches, "at < @before AND reader NOT LIKE 'gone:%'", "reader = 'gone:' || id, query = words") { Says = "searches" },
                new(Period.LearntSearches, "at < @before") { Says = "learnt" }
            ],
            Theirs = "reader IN @Readers"
        },
        new("search_opened", "search, slug", KeptTopic.Searches)
        {
            Columns = Plain("search", "slug", "at"),
            At = "at",
            Ends = [new(Period.RareSearches, "at < @before") { Choice = "NOT EXISTS (SELECT 1 FROM search s WHERE s.id = search_opened.search)" }],
            Theirs = "NOT EXISTS (SELECT 1 FROM search s WHERE s.id = search_opened.search)"
        },
        new("reading", "article, revision, reader, day", KeptTopic.Readings)
        {
            Columns = [.. Pseudonyms("reader"), .. Plain("article", "slug", "revision", "day", "first_at", "last_at", "times")],
            At = "last_at",
            // A day that was not counted yet waits for it.
            Ends =
            [
                new(Period.Readings, "day < @before / 86400000") { Choice = "day <= (SELECT CAST(value AS BIGINT) FROM health_mark WHERE name = 'readings by day')", Says = "readings" }
            ],
            Theirs = "reader IN @Readers"
        }
    ];
}
