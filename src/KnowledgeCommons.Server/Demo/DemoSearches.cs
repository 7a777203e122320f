using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health.Simulation;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Demo;

/// <summary>What made-up people search for, with the answers that the site's own search gives today.</summary>
internal sealed class DemoSearches(ISearchEngine engine, SearchLog log, Dice dice)
{
    private readonly Dictionary<string, SearchAnswer> _answers = [];

    /// <summary>Somebody looks for the article and opens it; the search's id, or null when the search does not find it.</summary>
    public string? LeadingTo(DemoArticle article, string reader)
    {
        // The first words people think of are the same for most of them.
        var query = article.Queries[Math.Min(dice.Below(article.Queries.Count), dice.Below(article.Queries.Count))].ToLowerInvariant();
        var answer = Answer(query);
        if (!answer.Hits.Any(hit => hit.Slug == article.Article.Slug)) return null;
        var id = log.Keep(new Reader(reader), answer);
        log.Opened(new Reader(reader), id, article.Article.Slug);
        return id;
    }

    public void InVain(string reader, string query) => log.Keep(new Reader(reader), Answer(query));

    private SearchAnswer Answer(string query)
    {
        if (!_answers.TryGetValue(query, out var answer)) _answers[query] = answer = engine.Search(new SearchQuery(query) { Clearance = Clearance.Whole });
        return answer;
    }
}
