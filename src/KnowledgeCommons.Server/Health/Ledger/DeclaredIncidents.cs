using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Known issues as incidents: a day on which one was open says nothing about the articles and topics it is pinned to.</summary>
internal sealed class DeclaredIncidents(Database database, PublishedLibrary published)
{
    private const string Sql =
        """
        SELECT articles, topics FROM known_issue
        WHERE COALESCE(since, written_at) < @end AND (ended_at IS NULL OR ended_at >= @start)
        """;

    public async Task<IReadOnlyList<HealthEvent>> OnAsync(long day, IReadOnlyDictionary<string, int> articles, CancellationToken cancel)
    {
        var (start, end) = (day * TimeSpan.MillisecondsPerDay, (day + 1) * TimeSpan.MillisecondsPerDay);
        var (written, topics) = await database.ReadAsync(async connection => (
            (await connection.QueryAsync<(string Articles, string Topics)>(Sql, new { start, end })).ToList(),
            (await connection.QueryAsync<(string, long)>("SELECT topic, number FROM health_topic")).ToDictionary()), cancel);
        var inFiles = published.Whole.KnownIssues.Where(issue => WasOpen(issue, start, end)).ToList();
        var slugs = written.SelectMany(row => Lines(row.Articles)).Concat(inFiles.SelectMany(issue => issue.Articles.Select(slug => slug.Value))).Distinct();
        var keys = written.SelectMany(row => Lines(row.Topics)).Concat(inFiles.SelectMany(issue => issue.Topics)).Distinct();
        return
        [
            .. slugs.Select(slug => published.Whole.FindByAddress(slug)?.Id).Where(id => id is not null && articles.ContainsKey(id))
                .Select(id => new HealthEvent(HealthEventKind.Incident, articles[id ?? ""])),
            .. keys.Where(topics.ContainsKey).Select(key => new HealthEvent(HealthEventKind.TopicIncident, (int)topics[key]))
        ];
    }

    private static bool WasOpen(KnownIssue issue, long start, long end) =>
        issue.Since is { } since && since.ToUnixTimeMilliseconds() < end && (issue.IsOpen || issue.EndedAt?.ToUnixTimeMilliseconds() >= start);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
