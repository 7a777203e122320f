using Dapper;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Learns how alike a contact's words and an article are when people linked them, and when chance put them together.</summary>
internal sealed class RelatednessFit(Database database, ISearchEngine engine, PublishedLibrary published)
{
    private const int Most = 500;

    private const string Sql =
        """
        SELECT COALESCE(c.problem, t.subject || ' ' || COALESCE(t.text, '')) AS Words, l.article FROM contact_link l
        LEFT JOIN help_case c ON l.source = 'knowledge-commons' AND c.id = l.contact
        LEFT JOIN contact t ON t.source = l.source AND t.id = l.contact
        WHERE l.kind = 1 AND l.weight = 1 AND l.at >= @since AND (c.problem IS NOT NULL OR t.subject IS NOT NULL) ORDER BY l.at DESC LIMIT @Most
        """;

    public async Task<Relatedness> FitAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var linked = (await database.ReadAsync(connection => connection.QueryAsync<(string Words, string Article)>(Sql, new { since, Most }), cancel)).ToList();
        var articles = published.Whole.Articles;
        if (articles.Count < 2) return Relatedness.Usual;
        var pairs = new List<(double, bool)>();
        foreach (var (place, (words, article)) in linked.Index())
        {
            // The same "random" article for the same place each night: a fit can be repeated.
            var other = articles[(int)((uint)(place * 2_654_435_761L) % (uint)articles.Count)].Id;
            var alike = engine.Likeness(words, [article, other]);
            if (alike.TryGetValue(article, out var related)) pairs.Add((related, true));
            if (other != article && alike.TryGetValue(other, out var unrelated)) pairs.Add((unrelated, false));
        }
        return Relatedness.Fit(pairs);
    }
}
