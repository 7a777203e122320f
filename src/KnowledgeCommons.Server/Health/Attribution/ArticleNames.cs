using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Health;

/// <summary>Which article people meant by an id or an address, also one that has moved or gone.</summary>
internal sealed class ArticleNames(PublishedLibrary published)
{
    /// <summary>The published article with that permanent id.</summary>
    public Article? ById(string id) => published.Whole.FindById(id);

    /// <summary>The permanent id; null when no such article was ever published.</summary>
    public async Task<string?> IdOfAsync(DbConnection connection, string said)
    {
        if (ById(said) is { } named) return named.Id;
        var library = published.Whole;
        if (Slug.TryParse(said, null, out var slug) && (library.Find(slug) ?? (library.RedirectFrom(slug) is { } target ? library.Find(target) : null)) is { } found) return found.Id;
        return await connection.QueryFirstOrDefaultAsync<string>(
            "SELECT article FROM revision_seen WHERE slug = @said OR article = @said ORDER BY first_at DESC LIMIT 1", new { said });
    }

    /// <summary>The revision that was published then; empty when nobody knows.</summary>
    public static async Task<string> RevisionAtAsync(DbConnection connection, string article, DateTimeOffset at) =>
        await connection.QueryFirstOrDefaultAsync<string>(
            "SELECT revision FROM revision_seen WHERE article = @article AND first_at <= @at ORDER BY first_at DESC LIMIT 1", new { article, at }) ?? "";
}
