using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>Which revisions are rewrites, and when each was published.</summary>
internal static class Rewritten
{
    public static async Task<Dictionary<(string Article, string Revision), DateTimeOffset>> NewestAsync(DbConnection connection, string? article) =>
        (await connection.QueryAsync<(string Article, string Revision, long At)>(
            $"SELECT article, revision, MAX(at) FROM revision_change WHERE kind = '{RevisionChangeRow.Rewrite}' {(article is null ? "" : "AND article = @article")} GROUP BY article, revision",
            new { article })).ToDictionary(row => (row.Article, row.Revision), row => DateTimeOffset.FromUnixTimeMilliseconds(row.At));
}
