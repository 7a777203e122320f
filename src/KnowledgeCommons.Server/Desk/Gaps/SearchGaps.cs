using Dapper;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// What happened after each search, read from the rows of searches and cases whenever somebody looks. Only words that at least three readers used: one person's
/// wording stays theirs.
/// </summary>
internal sealed class SearchGaps(SearchLog searches, Database database, TimeProvider time)
{
    public const int Days = 28;
    public const int FewestPeople = 3;
    private const int Most = 200;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);

    private const string Sql =
        """
        WITH opened AS (
            SELECT a.search, MAX(o.at) AS at FROM search_asked a JOIN search_opened o ON o.search = a.part
            WHERE a.part_at >= @since GROUP BY a.search),
        contact AS (
            SELECT a.search, c.id FROM help_case c JOIN search_asked a ON a.part = c.search
            UNION
            SELECT a.search, l.case_id FROM case_line l JOIN search_asked a ON a.part = l.reference WHERE l.kind = 'search'),
        asked AS (
            SELECT s.id, s.words, s.reader, s.at, s.total, opened.at AS opened_at,
                CASE WHEN EXISTS (
                    SELECT 1 FROM search n
                    WHERE n.reader = s.reader AND n.at > s.at AND n.at <= COALESCE(opened.at, s.at) + @moment AND COALESCE(n.folded_into, n.id) <> s.id
                      AND (n.at <= s.at + @moment OR EXISTS (
                        SELECT 1 FROM search_opened o WHERE o.search = s.id AND o.at BETWEEN n.at - @moment AND n.at))) THEN 1 ELSE 0 END AS came_back
            FROM search s LEFT JOIN opened ON opened.search = s.id
            WHERE s.at >= @since AND s.folded_into IS NULL AND s.words <> ''),
        by_reader AS (
            SELECT words, reader, MAX(at) AS at, MAX(total) AS total, MAX(opened_at) AS opened_at, MAX(came_back) AS came_back FROM asked GROUP BY words, reader),
        caused AS (SELECT asked.words, COUNT(DISTINCT contact.id) AS contacts FROM asked JOIN contact ON contact.search = asked.id GROUP BY asked.words),
        gap AS (
            SELECT r.words, COUNT(*) AS readers, COALESCE(MAX(caused.contacts), 0) AS contacts,
                CAST(SUM(CASE WHEN r.total = 0 THEN 1 ELSE 0 END) AS BIGINT) AS nothing_found,
                CAST(SUM(CASE WHEN r.total > 0 AND r.opened_at IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS nothing_opened,
                CAST(SUM(r.came_back) AS BIGINT) AS came_back, MAX(r.at) AS last_at
            FROM by_reader r LEFT JOIN caused ON caused.words = r.words GROUP BY r.words)
        SELECT words, readers, contacts, nothing_found AS NothingFound, nothing_opened AS NothingOpened, came_back AS CameBack, last_at AS LastAt FROM gap
        WHERE readers >= @fewest AND (contacts > 0 OR nothing_found > 0 OR nothing_opened > 0)
        ORDER BY contacts DESC, nothing_found + nothing_opened DESC, last_at DESC, words LIMIT @most
        """;

    /// <summary>The gaps of the last days: those that caused most contacts first, then those where most people got nothing; at most 200.</summary>
    public async Task<IReadOnlyList<Gap>> AllAsync(CancellationToken cancel)
    {
        await searches.WriteWaitingAsync();
        var args = new { since = time.GetUtcNow() - TimeSpan.FromDays(Days), moment = (long)Moment.TotalMilliseconds, most = Most, fewest = FewestPeople };
        return await database.ReadAsync<IReadOnlyList<Gap>>(async connection => (await connection.QueryAsync<Gap>(Sql, args)).AsList(), cancel);
    }
}
