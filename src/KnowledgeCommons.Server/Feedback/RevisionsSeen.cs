using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Every revision that was ever published, so that an answer given on a page opened yesterday still finds its version.</summary>
internal sealed class RevisionsSeen(Database database, TimeProvider time)
{
    private const int PerWrite = 500;

    /// <summary>Whether the article was ever published in that revision. The present one is known without asking the database.</summary>
    public ValueTask<bool> HasAsync(Article article, string revision, CancellationToken cancel) =>
        article.Revision.Value == revision ? ValueTask.FromResult(true) : new ValueTask<bool>(WasPublishedAsync(article.Id, revision, cancel));

    /// <summary>Remembers all revisions of a library that <paramref name="before"/> (or an earlier run) did not have.</summary>
    public async Task RememberAsync(Library library, Library before, CancellationToken cancel)
    {
        var fresh = library.Articles.Where(article => before.Find(article.Slug) is not { } old || KeyOf(old) != KeyOf(article)).Select(KeyOf).ToList();
        if (fresh.Count > PerWrite)
        {
            var known = await AllAsync(cancel);
            fresh.RemoveAll(known.Contains);
        }
        foreach (var some in fresh.Chunk(PerWrite)) await AddAsync(some, cancel);
    }

    private static (string Article, string Revision, string Slug) KeyOf(Article article) => (article.Id, article.Revision.Value, article.Slug.Value);

    private Task<HashSet<(string Article, string Revision, string Slug)>> AllAsync(CancellationToken cancel) =>
        database.ReadAsync(async connection => (await connection.QueryAsync<(string, string, string)>(
            "SELECT article, revision, slug FROM revision_seen")).ToHashSet(), cancel);

    private Task<bool> WasPublishedAsync(string article, string revision, CancellationToken cancel) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM revision_seen WHERE article = @article AND revision = @revision)", new { article, revision }), cancel);

    private Task AddAsync(IReadOnlyList<(string Article, string Revision, string Slug)> some, CancellationToken cancel) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO revision_seen (article, revision, slug, first_at) VALUES (@article, @revision, @slug, @at) ON CONFLICT DO NOTHING",
            some.Select(seen => new { article = seen.Article, revision = seen.Revision, slug = seen.Slug, at = time.GetUtcNow() })), cancel);
}
