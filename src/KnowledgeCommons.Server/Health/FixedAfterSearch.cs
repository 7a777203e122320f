using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Words that <see cref="People"/> different readers were helped with, and one article that fixed it for <see cref="Fixed"/> of them. A reader
/// counts when they opened the article from their own search, said so, and have not said since that the problem is still there; and the words count
/// only when it was on several days (in UTC) that one of them said so first, so that nobody puts words there by clearing cookies for an afternoon.
/// </summary>
internal sealed record FixedAfterSearch
{
    private const int Most = 10_000;
    private const int LongestWords = 100;
    private const long MillisecondsPerDay = 86_400_000;

    private const string Sql =
        """
        WITH fixed AS (
            SELECT a.words, o.reader, o.article, MIN(o.at) / @millisecondsPerDay AS day
            FROM outcome o
            JOIN search_opened h ON h.search = o.search AND h.slug = o.slug
            JOIN search_asked a ON a.part = o.search AND (a.reader = o.reader OR a.reader LIKE 'gone:%')
            WHERE o.answer = 'fixed' AND o.at >= @since AND a.words <> '' AND length(a.words) <= @longest
              AND NOT EXISTS (
                SELECT 1 FROM outcome later
                WHERE later.reader = o.reader AND later.article = o.article AND later.answer NOT IN ('fixed', 'only-reading')
                  AND (later.at, later.id) > (o.at, o.id))
            GROUP BY a.words, o.reader, o.article),
        helped_first AS (
            SELECT words, reader, MIN(day) AS day FROM fixed GROUP BY words, reader),
        helped AS (
            SELECT words, COUNT(*) AS people FROM helped_first
            GROUP BY words HAVING COUNT(*) >= @fewest AND COUNT(DISTINCT day) >= @days
            ORDER BY COUNT(*) DESC, words LIMIT @most)
        SELECT h.words AS Words, h.people AS People, f.article AS Article, COUNT(*) AS Fixed
        FROM helped h JOIN fixed f ON f.words = h.words
        GROUP BY h.words, h.people, f.article ORDER BY h.people DESC, h.words, COUNT(*) DESC, f.article
        """;

    public string Words { get; init; } = "";
    public long People { get; init; }
    public string Article { get; init; } = "";
    public long Fixed { get; init; }

    /// <summary>A row for each article, of words that at least <paramref name="fewest"/> readers were helped with; the most helpful words and articles first.</summary>
    public static async Task<IReadOnlyList<FixedAfterSearch>> ReadAsync(DbConnection connection, DateTimeOffset since, int fewest) =>
        (await connection.QueryAsync<FixedAfterSearch>(
            Sql, new { since, fewest, days = SuccessfulSearches.FewestDays, longest = LongestWords, most = Most, millisecondsPerDay = MillisecondsPerDay })).AsList();
}
