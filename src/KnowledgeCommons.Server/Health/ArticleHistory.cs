using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>How articles stood over time, for timelines and comparisons.</summary>
internal sealed class ArticleHistory(Database database)
{
    private const string Weeks =
        """
        SELECT a.article AS Article, w.day, w.state, w.bad, w.fault, w.fault_low, w.fault_high, w.episodes, w.failed, w.expected, w.excess, w.incident_days
        FROM article_week w JOIN health_article a ON a.number = w.article
        """;

    /// <summary>One article's weeks, oldest first; weeks in which next to nothing was known are missing.</summary>
    public Task<IReadOnlyList<ArticleWeek>> WeeksOfAsync(string article, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ArticleWeek>>(async connection =>
        (await connection.QueryAsync<ArticleWeek>($"{Weeks} WHERE a.article = @article ORDER BY w.day", new { article })).AsList(), cancel);

    /// <summary>The newest week of each article of a topic: for a funnel plot of failures over expectation.</summary>
    public Task<IReadOnlyList<ArticleWeek>> NewestInTopicAsync(string topic, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ArticleWeek>>(async connection =>
        (await connection.QueryAsync<ArticleWeek>(
            $"{Weeks} WHERE a.topic = @topic AND w.day = (SELECT MAX(l.day) FROM article_week l WHERE l.article = w.article) ORDER BY a.article", new { topic })).AsList(), cancel);

    /// <summary>All changes of an article's state, oldest first.</summary>
    public Task<IReadOnlyList<StateChange>> ChangesOfAsync(string article, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<StateChange>>(async connection =>
        (await connection.QueryAsync<StateChange>(
            "SELECT day, from_state, to_state, cause, estimate FROM article_transition WHERE article = @article ORDER BY day, position", new { article })).AsList(), cancel);

    /// <summary>The contacts that belong to an article, newest first, at most 500: cases and tickets, with how much of each.</summary>
    public Task<IReadOnlyList<ContactLink>> ContactsOfAsync(string article, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<ContactLink>>(async connection =>
        (await connection.QueryAsync<ContactLink>("SELECT * FROM contact_link WHERE article = @article ORDER BY at DESC LIMIT 500", new { article })).AsList(), cancel);
}
