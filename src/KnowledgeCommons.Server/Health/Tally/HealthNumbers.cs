using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>The numbers by which the model knows articles and topics, from 0 without gaps; once given, they stay.</summary>
internal sealed class HealthNumbers(Database database, ArticleNames names)
{
    /// <summary>The numbers of these articles; those without one get it, from that day on.</summary>
    public async Task<IReadOnlyDictionary<string, long>> OfAsync(DbConnection connection, IReadOnlyCollection<string> articles, long day)
    {
        var known = new Dictionary<string, long>();
        foreach (var some in articles.Distinct().Chunk(500))
            foreach (var (article, number) in await connection.QueryAsync<(string, long)>("SELECT article, number FROM health_article WHERE article IN @some", new { some }))
                known[article] = number;
        foreach (var article in articles.Where(article => !known.ContainsKey(article)).Distinct().ToList())
            known[article] = await EnterAsync(connection, article, day);
        return known;
    }

    /// <summary>All articles by number.</summary>
    public Task<IReadOnlyList<NumberedArticle>> AllAsync(CancellationToken cancel) => database.ReadAsync<IReadOnlyList<NumberedArticle>>(async connection =>
        (await connection.QueryAsync<NumberedArticle>(
            "SELECT a.article, a.number, a.entered, t.number AS Topic FROM health_article a JOIN health_topic t ON t.topic = a.topic ORDER BY a.number")).AsList(), cancel);

    /// <summary>Writes down in which topics the published articles are by now.</summary>
    public Task MoveAsync(CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        foreach (var (article, topic) in await connection.QueryAsync<(string, string)>("SELECT article, topic FROM health_article"))
        {
            if (names.ById(article) is not { } published || published.Topic == topic) continue;
            await TopicAsync(connection, published.Topic);
            await connection.ExecuteAsync("UPDATE health_article SET topic = @Topic WHERE article = @article", new { published.Topic, article });
        }
    }, cancel);

    private async Task<long> EnterAsync(DbConnection connection, string article, long day)
    {
        var topic = names.ById(article)?.Topic ?? "";
        await TopicAsync(connection, topic);
        return await connection.ExecuteScalarAsync<long>(
            "INSERT INTO health_article (article, number, topic, entered) SELECT @article, COALESCE(MAX(number), -1) + 1, @topic, @day FROM health_article RETURNING number",
            new { article, topic, day });
    }

    private static Task TopicAsync(DbConnection connection, string topic) => connection.ExecuteAsync(
        """
        INSERT INTO health_topic (topic, number) SELECT @topic, COALESCE(MAX(number), -1) + 1 FROM health_topic WHERE TRUE ON CONFLICT (topic) DO NOTHING
        """, new { topic });
}
