using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Joins readings, answers and contacts per article and revision, straight from the rows. Each statement comes in two forms, for all articles and
/// for one, because the one must not cost as much as all.
/// </summary>
internal static class Evidence
{
    private const string ThisArticle = "article = @article";

    // Only the newest answer of a reader about a revision counts.
    private const string Answers =
        """
        SELECT article, revision,
            SUM(CASE WHEN answer = 'fixed' THEN 1 ELSE 0 END) AS Fixed,
            SUM(CASE WHEN answer = 'partly' THEN 1 ELSE 0 END) AS Partly,
            SUM(CASE WHEN answer = 'not-fixed' THEN 1 ELSE 0 END) AS NotFixed,
            SUM(CASE WHEN answer = 'only-reading' THEN 1 ELSE 0 END) AS OnlyReading,
            SUM(CASE WHEN answer = 'came-back' THEN 1 ELSE 0 END) AS CameBack
        FROM outcome o
        WHERE NOT EXISTS (
            SELECT 1 FROM outcome later
            WHERE later.article = o.article AND later.revision = o.revision AND later.reader = o.reader AND (later.at, later.id) > (o.at, o.id))
        """;

    // Silent: people who contacted us and said nothing else that counts as an attempt.
    private const string Contacts =
        """
        SELECT article, revision, COUNT(*) AS Contacts, COUNT(DISTINCT reader) AS Contacted,
            COUNT(DISTINCT CASE WHEN COALESCE((
                SELECT o.answer FROM outcome o WHERE o.article = c.article AND o.revision = c.revision AND o.reader = c.reader
                ORDER BY o.at DESC, o.id DESC LIMIT 1), 'only-reading') = 'only-reading' THEN reader END) AS Silent
        FROM contact c
        """;

    private const string Repeats =
        """
        SELECT article, revision, reader, at FROM (
            SELECT article, revision, reader, at, LAG(at) OVER (PARTITION BY article, reader ORDER BY at, id) AS earlier FROM contact) followed
        WHERE at - earlier <= @window
        """;

    // Sums of the days that are counted, single rows of the days since. A pseudonym lives shorter than the single rows are kept.
    private const string Counted =
        """
        SELECT a.article AS article, d.revision AS revision, SUM(d.fresh) AS readers FROM article_day d JOIN health_article a ON a.number = d.article
        WHERE d.day <= @counted AND d.fresh > 0
        """;

    private const string Since = "SELECT article, revision, COUNT(DISTINCT reader) AS readers FROM reading WHERE day > @counted";
    private const string PerRevision = "GROUP BY article, revision";

    /// <summary>The numbers of every revision of which anything is known; of one article, or of all. Readings are the costly part.</summary>
    public static async Task<Dictionary<(string Article, string Revision), RevisionNumbers>> NumbersAsync(
        DbConnection connection, string? article, bool withReadings)
    {
        var counted = await HealthMark.NumberAsync(connection, HealthMark.ReadingsByDay) ?? -1;
        var args = new { article, counted, window = (long)RepeatContact.Window.TotalMilliseconds };
        var (contacts, and, where) = article is null ? (ContactSql.OfAll, "", "") : (ContactSql.OfOne, $"AND {ThisArticle}", $"WHERE {ThisArticle}");
        var numbers = new NumbersByRevision();
        numbers.Answered(await connection.QueryAsync<RevisionNumbers>($"{Answers} {and} {PerRevision}", args));
        numbers.Contacted(await connection.QueryAsync<ContactCount>($"WITH {contacts} {Contacts} {where} {PerRevision}", args));
        numbers.CameAgain(await connection.QueryAsync<RepeatContact>($"WITH {contacts} {Repeats} {and}", args));
        if (withReadings) numbers.Read(await connection.QueryAsync<RevisionNumbers>(Readings(ofOne: article is not null), args));
        return numbers.All;
    }

    private static string Readings(bool ofOne) =>
        $"""
        SELECT article, revision, SUM(readers) AS Readers FROM (
            {Counted} {(ofOne ? $"AND a.{ThisArticle}" : "")} GROUP BY a.article, d.revision
            UNION ALL {Since} {(ofOne ? $"AND {ThisArticle}" : "")} {PerRevision}) read
        {PerRevision}
        """;
}
