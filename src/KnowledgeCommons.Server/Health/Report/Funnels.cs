using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>Reads where the articles of a topic stand beside each other.</summary>
internal static class Funnels
{
    private const string Sql =
        """
        SELECT a.article AS Article, CAST(SUM(d.episodes) AS DOUBLE PRECISION) AS Episodes, CAST(SUM(d.failed) AS DOUBLE PRECISION) AS Failed
        FROM health_article a JOIN article_day d ON d.article = a.number
        WHERE a.topic = @topic AND d.day >= @since GROUP BY a.article
        """;

    public static async Task<Funnel> OfTopicAsync(DbConnection connection, string topic, string article, DateOnly since) =>
        Funnel.Of((await connection.QueryAsync<(string Article, double Episodes, double Failed)>(Sql, new { topic, since = EpochDay.Of(since) }))
            .Select(row => new FunnelPlace(row.Article, row.Episodes, row.Failed)), article);
}
