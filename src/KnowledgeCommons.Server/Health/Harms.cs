using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>Reports that a page did harm: by readers, in cases and in tickets.</summary>
internal static class Harms
{
    private const string Sql =
        """
        SELECT article, revision, MAX(at) FROM (
            SELECT article, revision, at FROM outcome WHERE reason IN ('lost-something', 'unsafe')
            UNION ALL SELECT article, revision, at FROM contact_link WHERE reason IN ('lost-something', 'unsafe') AND weight >= 0.5) harm
        """;

    /// <summary>By revision, when it was last reported; of one article, or of all.</summary>
    public static async Task<Dictionary<(string Article, string Revision), DateTimeOffset>> NewestAsync(DbConnection connection, string? article) =>
        (await connection.QueryAsync<(string Article, string Revision, long At)>(
            $"{Sql} {(article is null ? "" : "WHERE article = @article")} GROUP BY article, revision", new { article }))
        .ToDictionary(row => (row.Article, row.Revision), row => DateTimeOffset.FromUnixTimeMilliseconds(row.At));
}
