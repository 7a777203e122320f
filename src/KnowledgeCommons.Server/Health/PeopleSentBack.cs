using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>Everybody whom an article let down: who said so and has not said otherwise since, and whose case or ticket is at least half about it.</summary>
internal static class PeopleSentBack
{
    private const string Sql =
        """
        SELECT 'answer' AS Kind, o.id AS Id, o.reader AS Reader, o.revision AS Revision, o.at AS At, o.reason AS Reason FROM outcome o
        WHERE o.article = @article AND o.at < @before AND o.answer IN ('partly', 'not-fixed', 'came-back') AND NOT EXISTS (
            SELECT 1 FROM outcome later WHERE later.article = o.article AND later.revision = o.revision AND later.reader = o.reader
                AND (later.at, later.id) > (o.at, o.id) AND later.at < @before)
        UNION ALL
        SELECT 'case', c.id, c.reader, l.revision, l.at, l.reason FROM contact_link l JOIN help_case c ON c.id = l.contact
        WHERE l.article = @article AND l.at < @before AND l.kind = 1 AND l.weight >= 0.5 AND l.source = 'knowledge-commons'
        UNION ALL
        SELECT 'ticket', l.source || '/' || l.contact, l.person, l.revision, l.at, l.reason FROM contact_link l
        WHERE l.article = @article AND l.at < @before AND l.kind = 1 AND l.weight >= 0.5 AND l.source <> 'knowledge-commons'
        ORDER BY 5
        """;

    /// <summary>By revisions that were published before that instant, oldest first. What is not attributed yet (a minute at most) is missing.</summary>
    public static async Task<IReadOnlyList<SentBack>> BeforeAsync(DbConnection connection, string article, DateTimeOffset before) =>
        (await connection.QueryAsync<SentBack>(Sql, new { article, before })).AsList();
}
