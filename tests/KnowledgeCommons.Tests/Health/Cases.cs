using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Tests.Feedback;

namespace KnowledgeCommons.Tests.Health;

/// <summary>Puts cases into the table as if readers had opened them.</summary>
internal static class Cases
{
    /// <summary>A reader contacts us about an article, now.</summary>
    public static Task ContactAsync(this TestSite site, string reader, Article article) =>
        site.ContactAsync(reader, article.Slug.Value, article.Revision.Value);

    public static Task ContactAsync(this TestSite site, string reader, string? slug, string? revision, string? failed = null) => site.ExecuteAsync(
        """
        INSERT INTO help_case (id, number, token_hash, reader, article, revision, topic, problem, impact, people, reach, owner_name, promise_by, state,
            opened_at, article_failed)
        SELECT @id, COALESCE(MAX(number), 0) + 1, @id, @reader, @slug, @revision, '', 'It does not work', 'slowed', 'me', 'here', 'Ada Byron', @at, 'received',
            @at, @failed FROM help_case
        """, new { id = Guid.NewGuid().ToString(), reader, slug, revision, failed, at = site.Time.GetUtcNow() });

    /// <summary>Changes all cases as the desk does: with an entry in the timeline, by which it is noticed.</summary>
    public static Task ChangeCasesAsync(this TestSite site, string set, object args) => site.ExecuteAsync(
        $"""
        UPDATE help_case SET {set};
        INSERT INTO case_event (id, case_id, position, at, kind, is_private)
        SELECT '{Guid.CreateVersion7()}-' || c.number, c.id, (SELECT COALESCE(MAX(e.position), 0) + 1 FROM case_event e WHERE e.case_id = c.id), c.opened_at, 'note', 1
        FROM help_case c
        """, args);

    /// <summary>A reader says how it went, without the detour over HTTP.</summary>
    public static Task SaidAsync(this TestSite site, string reader, Article article, string answer, string? text = null) => site.ExecuteAsync(
        """
        INSERT INTO outcome (id, reader, article, slug, revision, answer, at, token_hash, text)
        VALUES (@id, @reader, @article, @slug, @revision, @answer, @at, @id, @text)
        """,
        new
        {
            id = Guid.CreateVersion7().ToString(),
            reader,
            article = article.Id,
            slug = article.Slug.Value,
            revision = article.Revision.Value,
            answer,
            at = site.Time.GetUtcNow(),
            text
        });
}
