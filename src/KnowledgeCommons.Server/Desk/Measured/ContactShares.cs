using Dapper;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Reads from the sums of each day how many attempts ended with a contact. Days are those of UTC.</summary>
internal sealed class ContactShares(Database database)
{
    // Part persons of less than one half are most likely about something else.
    private const string People =
        """
        SELECT a.topic AS topic, (l.day + 3) / 7 AS week, l.person AS person, COUNT(*) AS contacts
        FROM contact_link l JOIN health_article a ON a.article = l.article
        WHERE l.kind = 1 AND l.weight >= 0.5 AND l.day >= @from AND l.day < @until GROUP BY a.topic, (l.day + 3) / 7, l.person
        """;

    private const string Days =
        """
        SELECT a.topic AS topic, (d.day + 3) / 7 AS week, CAST(SUM(d.episodes) AS DOUBLE PRECISION) AS attempts, CAST(SUM(d.failed) AS DOUBLE PRECISION) AS contacts,
            CAST(SUM(d.repeats) AS DOUBLE PRECISION) AS repeats
        FROM article_day d JOIN health_article a ON a.number = d.article WHERE d.day >= @from AND d.day < @until GROUP BY a.topic, (d.day + 3) / 7
        """;

    private const string ByTopic =
        $"""
        WITH seen AS ({Days}), person AS ({People}),
        counted AS (SELECT topic, COUNT(DISTINCT person) AS people, COUNT(DISTINCT CASE WHEN contacts > 1 THEN person END) AS back FROM person GROUP BY topic)
        SELECT s.topic AS Topic, CAST(0 AS BIGINT) AS Week, SUM(s.attempts) AS Attempts, SUM(s.contacts) AS Contacts, SUM(s.repeats) AS Repeats,
            COALESCE(MAX(c.people), 0) AS People, COALESCE(MAX(c.back), 0) AS PeopleBack
        FROM seen s LEFT JOIN counted c ON c.topic = s.topic GROUP BY s.topic
        """;

    private const string ByWeek =
        $"""
        WITH seen AS ({Days}), person AS ({People}),
        counted AS (SELECT week, COUNT(DISTINCT person) AS people, COUNT(DISTINCT CASE WHEN contacts > 1 THEN person END) AS back FROM person
            WHERE @topic IS NULL OR topic = @topic GROUP BY week)
        SELECT '' AS Topic, s.week AS Week, SUM(s.attempts) AS Attempts, SUM(s.contacts) AS Contacts, SUM(s.repeats) AS Repeats,
            COALESCE(MAX(c.people), 0) AS People, COALESCE(MAX(c.back), 0) AS PeopleBack
        FROM seen s LEFT JOIN counted c ON c.week = s.week WHERE @topic IS NULL OR s.topic = @topic GROUP BY s.week ORDER BY s.week
        """;

    /// <summary>Each topic that was read at all, between two instants.</summary>
    public Task<IReadOnlyList<ContactShare>> ByTopicAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) => ReadAsync(ByTopic, from, until, topic: null, cancel);

    /// <summary>Week by week, oldest first; of one topic, or of all.</summary>
    public Task<IReadOnlyList<ContactShare>> ByWeekAsync(DateTimeOffset from, DateTimeOffset until, string? topic, CancellationToken cancel) => ReadAsync(ByWeek, from, until, topic, cancel);

    private Task<IReadOnlyList<ContactShare>> ReadAsync(string sql, DateTimeOffset from, DateTimeOffset until, string? topic, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<ContactShare>>(async connection =>
            (await connection.QueryAsync<ContactShare>(sql, new { from = Readings.DayOf(from), until = Readings.DayOf(until), topic })).AsList(), cancel);
}
