using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Searching;

/// <summary>The SQL of the search log.</summary>
internal static class SearchHistory
{
    public static async Task AddAsync(DbConnection connection, IReadOnlyList<LogEntry> entries)
    {
        const string search =
            """
            INSERT INTO search (id, reader, at, query, words, hits, total) VALUES (@Id, @Reader, @At, @Query, @Words, @Hits, @Total)
            ON CONFLICT (id) DO NOTHING
            """;
        const string opened =
            """
            INSERT INTO search_opened (search, slug, at)
            SELECT id, @Slug, @At FROM search
            WHERE id = @Search AND reader = @Reader
              AND replace(@Newline || hits || @Newline, @Newline || @Slug || @Newline, '') <> @Newline || hits || @Newline
            ON CONFLICT (search, slug) DO NOTHING
            """;
        await connection.ExecuteAsync(search, entries.OfType<KeptSearch>());
        await connection.ExecuteAsync(opened, entries.OfType<OpenedHit>().Select(hit => new { hit.Search, hit.Reader, hit.Slug, hit.At, Newline = "\n" }));
    }

    public static async Task<IReadOnlyList<ReaderSearch>> OfReaderAsync(DbConnection connection, string reader, DateTimeOffset since)
    {
        const string lately = "SELECT id, query, at, total FROM search WHERE reader = @reader AND at >= @since ORDER BY at DESC, id DESC LIMIT 20";
        return await WithOpenedAsync(connection, await connection.QueryAsync<SearchRow>(lately, new { reader, since }));
    }

    public static async Task<ReaderSearch?> FindAsync(DbConnection connection, string id)
    {
        const string one = "SELECT id, query, at, total FROM search WHERE id = @id";
        return (await WithOpenedAsync(connection, await connection.QueryAsync<SearchRow>(one, new { id }))).SingleOrDefault();
    }

    public static async Task<IReadOnlyList<FailedSearch>> FailedAsync(DbConnection connection, DateTimeOffset since)
    {
        const string failed =
            """
            WITH opened AS (SELECT DISTINCT search FROM search_opened),
            asked AS (
                SELECT search.words, search.reader, max(search.query) AS query, max(search.at) AS at, max(search.total) AS total, count(*) AS searches
                FROM search LEFT JOIN opened ON opened.search = search.id
                WHERE search.at >= @since AND search.words <> ''
                GROUP BY search.words, search.reader
                HAVING count(opened.search) = 0)
            SELECT max(query) AS Query, count(*) AS Readers, sum(searches) AS Searches, max(total) AS MostHits, max(at) AS LastAt
            FROM asked GROUP BY words ORDER BY max(at) DESC, words LIMIT 200
            """;
        var rows = await connection.QueryAsync<FailedSearchRow>(failed, new { since });
        return [.. rows.Select(row => new FailedSearch(row.Query, row.Readers, row.Searches, row.MostHits == 0, row.LastAt))];
    }

    private static async Task<IReadOnlyList<ReaderSearch>> WithOpenedAsync(DbConnection connection, IEnumerable<SearchRow> searches)
    {
        const string opened = "SELECT slug FROM search_opened WHERE search = @Id ORDER BY at, slug";
        var found = new List<ReaderSearch>();
        foreach (var row in searches)
            found.Add(new ReaderSearch(row.Id, row.Query, row.At, row.Total, [.. await connection.QueryAsync<string>(opened, new { row.Id })]));
        return found;
    }

    private sealed record SearchRow
    {
        public string Id { get; init; } = "";
        public string Query { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public long Total { get; init; }
    }

    private sealed record FailedSearchRow
    {
        public string Query { get; init; } = "";
        public long Readers { get; init; }
        public long Searches { get; init; }
        public long MostHits { get; init; }
        public DateTimeOffset LastAt { get; init; }
    }
}
