using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Reads what is measured straight from the rows, whenever somebody looks.</summary>
internal sealed class MeasuredRows(Database database, PublishedLibrary published)
{
    // Who says later that it is not fixed, or is back, was not helped by it. An article's topic is worked out from its address.
    private const string Sql =
        """
        SELECT 'fixes' AS measure, o.reader, NULL AS topic, MAX(o.at) AS at, NULL AS number, MAX(o.slug) AS slug, o.article AS value FROM outcome o
        WHERE o.answer = 'fixed' AND o.at >= @from AND o.at < @until AND NOT EXISTS (
            SELECT 1 FROM outcome later WHERE later.reader = o.reader AND later.article = o.article
                AND later.answer NOT IN ('fixed', 'only-reading') AND (later.at, later.id) > (o.at, o.id))
        GROUP BY o.reader, o.article
        UNION ALL
        SELECT 'solved', reader, topic, solved_at, number, NULL, NULL FROM help_case WHERE solved_at >= @from AND solved_at < @until
        UNION ALL
        SELECT 'repeats', reader, topic, opened_at, number, NULL, NULL FROM help_case
        WHERE repeat_of IS NOT NULL AND opened_at >= @from AND opened_at < @until
        UNION ALL
        SELECT 'broken', c.reader, c.topic, e.at, c.number, NULL, NULL FROM case_event e JOIN help_case c ON c.id = e.case_id
        WHERE e.kind = 'apologised' AND e.at >= @from AND e.at < @until
        UNION ALL
        SELECT 'minutes', c.reader, c.topic, t.at, c.number, NULL, CAST(t.minutes_lost AS TEXT) FROM case_end t JOIN help_case c ON c.id = t.case_id
        WHERE t.minutes_lost IS NOT NULL AND t.at >= @from AND t.at < @until
        UNION ALL
        SELECT 'heard', c.reader, c.topic, t.at, c.number, NULL, t.heard FROM case_end t JOIN help_case c ON c.id = t.case_id
        WHERE t.heard IS NOT NULL AND t.at >= @from AND t.at < @until
        """;

    /// <summary>All rows from one instant up to another.</summary>
    public async Task<IReadOnlyList<MeasuredRow>> ReadAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<MeasuredRow>(Sql, new { from, until }), cancel);
        var (library, hidden, topics) = (published.Seen, published.Hidden, published.HiddenTopics);
        return [.. rows.Where(row => row.Slug is null || !hidden.Contains(row.Value ?? ""))
            .Select(row => row.Slug is { } slug ? row with { Topic = TopicOf(library, slug) } : row)
            .Where(row => !topics.Contains(row.Topic ?? ""))];
    }

    private static string TopicOf(Library library, string slug) =>
        !Slug.TryParse(slug, provider: null, out var known) ? "" : library.Find(library.RedirectFrom(known) ?? known)?.Topic ?? known.Folder;
}
