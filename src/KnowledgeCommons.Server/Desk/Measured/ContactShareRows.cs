using Dapper;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Reads the contacts behind a rate.</summary>
internal sealed class ContactShareRows(Database database)
{
    public const int Most = 500;

    private const string Sql =
        """
        SELECT l.source, l.contact, c.number, l.article, a.topic, l.at, l.weight,
            CASE WHEN EXISTS (SELECT 1 FROM contact_link e WHERE e.article = l.article AND e.kind = 1 AND e.person = l.person AND e.weight >= 0.5
                AND e.at < l.at AND e.at >= l.at - @window) THEN 1 ELSE 0 END AS IsRepeat
        FROM contact_link l JOIN health_article a ON a.article = l.article LEFT JOIN help_case c ON c.id = l.contact AND l.source = @here
        WHERE l.kind = 1 AND l.day >= @from AND l.day < @until ORDER BY l.at DESC, l.contact
        """;

    /// <summary>All of a span of time, newest first.</summary>
    public Task<IReadOnlyList<ContactShareRow>> ReadAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<ContactShareRow>>(async connection => (await connection.QueryAsync<ContactShareRow>(Sql, new
        {
            from = Readings.DayOf(from),
            until = Readings.DayOf(until),
            here = ContactSource.Here,
            window = (long)RepeatContact.Window.TotalMilliseconds
        })).AsList(), cancel);
}
