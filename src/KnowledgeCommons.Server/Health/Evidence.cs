using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>Joins readings, answers and contacts per article and revision, straight from the rows.</summary>
internal static class Evidence
{
    /// <summary>
    /// Contacts as (id, number, article, revision, reader, at): a case counts for the article it was opened from and for the one that a technician
    /// says failed. Addresses become permanent ids; where no revision was passed on it is the one that was published at that time.
    /// </summary>
    public const string Contacts =
        """
        named AS (
            SELECT id, number, reader, article AS slug, revision, opened_at FROM help_case WHERE article IS NOT NULL
            UNION ALL
            SELECT id, number, reader, article_failed, NULL, opened_at FROM help_case
            WHERE article_failed IS NOT NULL AND article_failed <> COALESCE(article, '')
        ),
        contact AS (
            SELECT n.id, n.number, n.reader, n.opened_at AS at,
                COALESCE((SELECT s.article FROM revision_seen s WHERE s.slug = n.slug ORDER BY s.first_at DESC LIMIT 1), n.slug) AS article,
                COALESCE(n.revision, (SELECT s.revision FROM revision_seen s WHERE s.slug = n.slug AND s.first_at <= n.opened_at
                    ORDER BY s.first_at DESC LIMIT 1), '') AS revision
            FROM named n
        )
        """;

    /// <summary>The answers that count, one for each reader and revision, as (article, revision, reader, answer, id).</summary>
    public const string Told =
        """
        told AS (
            SELECT article, revision, reader, answer, id FROM (
                SELECT article, revision, reader, answer, id,
                    ROW_NUMBER() OVER (PARTITION BY article, revision, reader ORDER BY at DESC, id DESC) AS place
                FROM outcome) newest
            WHERE place = 1
        )
        """;

    private const string Outcomes =
        $"""
        WITH {Contacts}, {Told},
        attempt AS (
            SELECT article, revision, reader, MAX(answer) AS answer, SUM(contacts) AS contacts FROM (
                SELECT article, revision, reader, answer, 0 AS contacts FROM told
                UNION ALL
                SELECT article, revision, reader, NULL, 1 FROM contact) heard
            GROUP BY article, revision, reader
        )
        SELECT article, revision,
            SUM(CASE WHEN answer = 'fixed' THEN 1 ELSE 0 END) AS Fixed,
            SUM(CASE WHEN answer = 'partly' THEN 1 ELSE 0 END) AS Partly,
            SUM(CASE WHEN answer = 'not-fixed' THEN 1 ELSE 0 END) AS NotFixed,
            SUM(CASE WHEN answer = 'only-reading' THEN 1 ELSE 0 END) AS OnlyReading,
            SUM(CASE WHEN answer = 'came-back' THEN 1 ELSE 0 END) AS CameBack,
            SUM(CASE WHEN contacts > 0 OR answer <> 'only-reading' THEN 1 ELSE 0 END) AS Attempts,
            SUM(CASE WHEN contacts > 0 THEN 1 ELSE 0 END) AS Contacted,
            CAST(SUM(contacts) AS BIGINT) AS Contacts
        FROM attempt
        """;

    private const string Repeats =
        $"""
        WITH {Contacts}
        SELECT article, revision, reader, at FROM (
            SELECT article, revision, reader, at, LAG(at) OVER (PARTITION BY article, reader ORDER BY at, id) AS earlier FROM contact) followed
        WHERE at - earlier <= @window
        """;

    private const string Readings = "SELECT article, revision, COUNT(DISTINCT reader) AS Readers FROM reading";

    /// <summary>The numbers of every revision of which anything is known; of one article, or of all. Readings are the costly part.</summary>
    public static async Task<Dictionary<(string Article, string Revision), RevisionNumbers>> NumbersAsync(
        DbConnection connection, string? article, bool withReadings)
    {
        var where = article is null ? "" : "WHERE article = @article";
        var args = new { article, window = (long)RepeatContact.Window.TotalMilliseconds };
        var rows = await connection.QueryAsync<RevisionNumbers>($"{Outcomes} {where} GROUP BY article, revision", args);
        var numbers = rows.ToDictionary(row => (row.Article, row.Revision));
        var repeats = await connection.QueryAsync<RepeatContact>(article is null ? Repeats : $"{Repeats} AND article = @article", args);
        foreach (var some in repeats.GroupBy(repeat => (repeat.Article, repeat.Revision)))
            numbers[some.Key] = numbers.GetValueOrDefault(some.Key, RevisionNumbers.None(some.Key.Article, some.Key.Revision)) with { Repeats = [.. some] };
        if (!withReadings) return numbers;
        foreach (var row in await connection.QueryAsync<RevisionNumbers>($"{Readings} {where} GROUP BY article, revision", args))
            numbers[(row.Article, row.Revision)] = numbers.GetValueOrDefault((row.Article, row.Revision), row) with { Readers = row.Readers };
        return numbers;
    }
}
