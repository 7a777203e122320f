namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Contacts as a common table expression: contact (id, number, article, revision, reader, at). A case counts for the article it was opened from
/// and for the one that a technician says failed. Addresses become permanent ids; where no revision was passed on, it is the one that was
/// published at that time. Who asks again is counted as the reader of their first case, also with another browser.
/// </summary>
internal static class ContactSql
{
    /// <summary>Contacts about any article.</summary>
    public const string OfAll = $"{Named}{Contact})";

    /// <summary>Contacts that may be about <c>@article</c>; still to be narrowed, because an address may have changed hands.</summary>
    public const string OfOne =
        $"{Named}{Contact} WHERE n.slug = @article OR n.slug IN (SELECT s.slug FROM revision_seen s WHERE s.article = @article))";

    private const string Named =
        """
        named AS (
            SELECT id, number, COALESCE(person, reader) AS reader, article AS slug, revision, opened_at FROM help_case WHERE article IS NOT NULL
            UNION ALL
            SELECT id, number, COALESCE(person, reader) AS reader, article_failed, NULL, opened_at FROM help_case
            WHERE article_failed IS NOT NULL AND article_failed <> COALESCE(article, '')
        ),
        """;

    private const string Contact =
        """
        contact AS (
            SELECT n.id, n.number, n.reader, n.opened_at AS at,
                COALESCE((SELECT s.article FROM revision_seen s WHERE s.slug = n.slug ORDER BY s.first_at DESC LIMIT 1), n.slug) AS article,
                COALESCE(n.revision, (SELECT s.revision FROM revision_seen s WHERE s.slug = n.slug AND s.first_at <= n.opened_at
                    ORDER BY s.first_at DESC LIMIT 1), '') AS revision
            FROM named n
        """;
}
