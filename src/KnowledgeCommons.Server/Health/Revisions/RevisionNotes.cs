using System.Data.Common;
using System.Text;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Compares each new revision with the one before it, whose text is kept in the database: a restart, or a pause of weeks, loses nothing.</summary>
internal sealed class RevisionNotes(Database database, RevisionChanges changes, TimeProvider time)
{
    private const int PerWrite = 200;

    /// <summary>Writes down what has changed since the last library that was looked at, and which articles went and came back.</summary>
    public async Task NoteAsync(Library library, CancellationToken cancel)
    {
        var known = await database.ReadAsync(async connection =>
            (await connection.QueryAsync<(string, string)>("SELECT article, revision FROM revision_text")).ToDictionary(), cancel);
        var fresh = library.Articles.DistinctBy(article => article.Id).Where(article => known.GetValueOrDefault(article.Id) != article.Revision.Value);
        foreach (var some in fresh.Chunk(PerWrite))
            await database.WriteAsync(async connection =>
            {
                foreach (var article in some) await NoteAsync(connection, article);
            }, cancel);
        await database.WriteAsync(connection => NotePresenceAsync(connection, library), cancel);
    }

    private async Task NoteAsync(DbConnection connection, Article article)
    {
        var before = await connection.QueryFirstOrDefaultAsync<KeptText>("SELECT * FROM revision_text WHERE article = @Id", new { article.Id });
        if (before?.Revision == article.Revision.Value) return;
        await connection.ExecuteAsync(
            """
            INSERT INTO revision_text (article, revision, title, body) VALUES (@Article, @Revision, @Title, @Body)
            ON CONFLICT (article) DO UPDATE SET revision = excluded.revision, title = excluded.title, body = excluded.body
            """, KeptText.Of(article));
        var earlier = before?.Revision ?? await connection.QueryFirstOrDefaultAsync<string>(
            "SELECT revision FROM revision_seen WHERE article = @Id AND revision <> @revision ORDER BY first_at DESC LIMIT 1", new { article.Id, revision = article.Revision.Value });
        if (earlier is not null) await changes.AddAsync(connection, Change(article, before, earlier));
    }

    private RevisionChangeRow Change(Article article, KeptText? before, string earlier)
    {
        var change = new RevisionChangeRow { Article = article.Id, Revision = article.Revision.Value, Before = earlier, At = time.GetUtcNow() };
        if (before is null) return change;
        var (kind, share) = RevisionDiff.Between(before.Source(), Encoding.UTF8.GetString(article.Source.Span));
        return change with { Kind = RevisionChangeRow.KindOf(kind), ChangedShare = share, IsKnown = true };
    }

    private async Task NotePresenceAsync(DbConnection connection, Library library)
    {
        if (library.Articles.Count == 0) return;
        var present = library.Articles.Select(article => article.Id).ToHashSet();
        var gone = (await connection.QueryAsync<string>(
            "SELECT article FROM article_presence p WHERE is_published = 0 AND at = (SELECT MAX(at) FROM article_presence l WHERE l.article = p.article)")).ToHashSet();
        var numbered = await connection.QueryAsync<string>("SELECT article FROM health_article");
        var turned = numbered.Where(article => present.Contains(article) == gone.Contains(article)).Select(article => new { article, at = time.GetUtcNow(), isPublished = present.Contains(article) ? 1L : 0L });
        await connection.ExecuteAsync("INSERT INTO article_presence (article, at, is_published) VALUES (@article, @at, @isPublished) ON CONFLICT DO NOTHING", turned);
    }
}
