using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>The rows behind one revision's numbers, newest first. Words are for the desk only.</summary>
public sealed record EvidenceRows(IReadOnlyList<SaidRow> Said, IReadOnlyList<ContactRow> Contacts, IReadOnlyList<ReadingDay> Readings, IReadOnlyList<UseRow> Uses)
{
    /// <summary>How many rows of each kind are read at most; a page says so when it shows that many.</summary>
    public const int Most = 500;

    private const string SaidSql =
        """
        SELECT reader, answer, at, reason, step, text,
            CASE WHEN ROW_NUMBER() OVER (PARTITION BY reader ORDER BY at DESC, id DESC) = 1 THEN 1 ELSE 0 END AS Counts
        FROM outcome WHERE article = @article AND revision = @revision
        ORDER BY at DESC, id DESC LIMIT @most
        """;

    private const string ContactsSql =
        $"""
        WITH {ContactSql.OfOne}
        SELECT number, reader, at, CASE WHEN at - earlier <= @window THEN 1 ELSE 0 END AS IsRepeat FROM (
            SELECT number, article, revision, reader, at, LAG(at) OVER (PARTITION BY article, reader ORDER BY at, id) AS earlier FROM contact) followed
        WHERE article = @article AND revision = @revision
        ORDER BY at DESC, number DESC LIMIT @most
        """;

    private const string ReadingsSql =
        """
        SELECT day, readers, times FROM (
            SELECT d.day, d.readers, d.times FROM article_day d JOIN health_article a ON a.number = d.article
            WHERE a.article = @article AND d.revision = @revision AND d.day <= @counted AND d.readers > 0
            UNION ALL
            SELECT day, COUNT(*), CAST(SUM(times) AS BIGINT) FROM reading WHERE article = @article AND revision = @revision AND day > @counted GROUP BY day) counted
        ORDER BY day DESC LIMIT @most
        """;

    private const string UsesSql =
        """
        SELECT c.number, u.answer, u.step, u.at FROM article_use u JOIN help_case c ON c.id = u.case_id
        WHERE u.article = @article AND u.revision = @revision ORDER BY u.at DESC, c.number DESC LIMIT @most
        """;

    internal static async Task<EvidenceRows> ReadAsync(DbConnection connection, string article, string revision)
    {
        var counted = await HealthMark.NumberAsync(connection, HealthMark.ReadingsByDay) ?? -1;
        var args = new { article, revision, counted, most = Most, window = (long)RepeatContact.Window.TotalMilliseconds };
        return new EvidenceRows(
            (await connection.QueryAsync<SaidRow>(SaidSql, args)).AsList(),
            (await connection.QueryAsync<ContactRow>(ContactsSql, args)).AsList(),
            (await connection.QueryAsync<ReadingDay>(ReadingsSql, args)).AsList(),
            (await connection.QueryAsync<UseRow>(UsesSql, args)).AsList());
    }
}
