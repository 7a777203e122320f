using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Searching;

/// <summary>The SQL of the search log.</summary>
internal static class SearchHistory
{
    // A program that asks the same every few seconds would else rewrite all it ever asked, each time.
    private const int MostFolded = 100;

    /// <summary>In the order in which it happened: what was opened decides whether the next search goes on from the last.</summary>
    public static async Task AddAsync(DbConnection connection, IReadOnlyList<LogEntry> entries)
    {
        foreach (var entry in entries)
            await (entry switch
            {
                KeptSearch search => AddAsync(connection, search),
                OpenedHit hit => AddAsync(connection, hit),
                _ => throw new InvalidOperationException($"Nobody knows how to keep a {entry.GetType().Name}.")
            });
    }

    private static async Task AddAsync(DbConnection connection, KeptSearch search)
    {
        const string former =
            """
            SELECT id, words FROM search WHERE reader = @Reader AND at BETWEEN @since AND @At AND folded_into IS NULL ORDER BY at DESC, id DESC LIMIT 1
            """;
        const string add =
            """
            INSERT INTO search (id, reader, at, query, words, hits, total) VALUES (@Id, @Reader, @At, @Query, @Words, @Hits, @Total)
            ON CONFLICT (id) DO NOTHING
            """;
        // Whoever opened something got an answer: the next search is another question, whatever its words.
        const string fold =
            """
            UPDATE search SET folded_into = @later
            WHERE (id = @former OR folded_into = @former)
              AND NOT EXISTS (SELECT 1 FROM search_opened WHERE search = @former)
              AND (SELECT COUNT(*) FROM search WHERE folded_into = @former) < @most
            """;
        var last = await connection.QueryFirstOrDefaultAsync<SearchRow>(former, new { search.Reader, search.At, since = search.At - TypingOn.Within });
        await connection.ExecuteAsync(add, search);
        if (last is not null && TypingOn.IsSame(last.Words, search.Words))
            await connection.ExecuteAsync(fold, new { later = search.Id, former = last.Id, most = MostFolded });
    }

    private static Task AddAsync(DbConnection connection, OpenedHit hit) => connection.ExecuteAsync(
        """
        INSERT INTO search_opened (search, slug, at)
        SELECT id, @Slug, @At FROM search
        WHERE id = @Search AND reader = @Reader
          AND replace(@Newline || hits || @Newline, @Newline || @Slug || @Newline, '') <> @Newline || hits || @Newline
        ON CONFLICT (search, slug) DO NOTHING
        """, new { hit.Search, hit.Reader, hit.Slug, hit.At, Newline = "\n" });

    public static async Task<IReadOnlyList<ReaderSearch>> OfReaderAsync(DbConnection connection, string reader, DateTimeOffset since)
    {
        const string lately =
            "SELECT id, query, at, total FROM search WHERE reader = @reader AND at >= @since AND folded_into IS NULL ORDER BY at DESC, id DESC LIMIT 20";
        return await WithOpenedAsync(connection, await connection.QueryAsync<SearchRow>(lately, new { reader, since }));
    }

    public static async Task<ReaderSearch?> FindAsync(DbConnection connection, string id)
    {
        const string one = "SELECT id, query, at, total FROM search WHERE id = @id";
        return (await WithOpenedAsync(connection, await connection.QueryAsync<SearchRow>(one, new { id }))).SingleOrDefault();
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
        public string Words { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public long Total { get; init; }
    }
}
