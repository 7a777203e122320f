using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Reads what is known about one article. Weeks and topic are as far as they were counted; what people said is of this moment.</summary>
internal sealed class ArticleEvidenceReader(Database database, ArticleHistory history, TimeProvider time)
{
    public async Task<ArticleEvidence> OfAsync(Article article, CancellationToken cancel) =>
        (await database.ReadAsync(connection => ReadAsync(connection, article), cancel)) with { Changes = await history.ChangesOfAsync(article.Id, cancel) };

    private async Task<ArticleEvidence> ReadAsync(DbConnection connection, Article article)
    {
        var since = time.GetUtcNow().AddDays(-7 * ArticleEvidence.Weeks);
        var monday = Monday(DateOnly.FromDateTime(since.UtcDateTime));
        string[] slugs = [article.Slug.Value, .. article.Aliases.Select(alias => alias.Value)];
        return new ArticleEvidence
        {
            History = await WeeksSeen.OfAsync(connection, article.Id, monday),
            Revisions = await RevisionMark.OfAsync(connection, article.Id),
            Funnel = await Funnels.OfTopicAsync(connection, article.Topic, article.Id, monday),
            Told = await ToldReasons.OfAsync(connection, article.Id, since),
            Searches = await SearchHere.OfAsync(connection, article.Id, slugs, since),
            Words = await WordsUsed.OfAsync(connection, article.Id, since)
        };
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
