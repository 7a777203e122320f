using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Health;

/// <summary>Puts readings into the table as if readers had opened articles.</summary>
internal static class Readers
{
    /// <summary>From here on the test alone says when anything is counted: readings of past days come in no other way while the site runs.</summary>
    public static Task StopHealthAsync(this TestSite site) => site.Services.GetRequiredService<HealthRefresh>().StopAsync(CancellationToken.None);

    public static Task ReadAsync(this TestSite site, string reader, Article article, DateTimeOffset at) => site.ExecuteAsync(
        """
        INSERT INTO reading (reader, article, slug, revision, day, first_at, last_at, times) VALUES (@reader, @article, @slug, @revision, @day, @at, @at, 1)
        ON CONFLICT DO NOTHING
        """,
        new { reader, article = article.Id, slug = article.Slug.Value, revision = article.Revision.Value, day = Server.Feedback.Readings.DayOf(at), at });
}
