using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Tests.Feedback;

namespace KnowledgeCommons.Tests.Health;

/// <summary>Puts readings into the table as if readers had opened articles.</summary>
internal static class Readers
{
    public static Task ReadAsync(this TestSite site, string reader, Article article, DateTimeOffset at) => site.ExecuteAsync(
        """
        INSERT INTO reading (reader, article, slug, revision, day, first_at, last_at, times) VALUES (@reader, @article, @slug, @revision, @day, @at, @at, 1)
        ON CONFLICT DO NOTHING
        """,
        new { reader, article = article.Id, slug = article.Slug.Value, revision = article.Revision.Value, day = Server.Feedback.Readings.DayOf(at), at });
}
