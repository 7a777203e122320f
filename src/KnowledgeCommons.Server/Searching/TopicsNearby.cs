namespace KnowledgeCommons.Server.Searching;

/// <summary>Where to look when nothing was found: topics of articles with words that begin alike, else all topics; never those for operators.</summary>
internal static class TopicsNearby
{
    private const int MostWords = 12;
    private const int MostArticles = 500;
    private const int ShortestBeginning = 3;

    public static IReadOnlyList<TopicChoice> Of(string text, int limit, IIndexReader reader, IndexFacts facts, IReadOnlySet<string> operatorTopics)
    {
        var words = TypedTerms.In(text).Where(term => !term.SaysLittle).SelectMany(term => term.Words).Where(word => word.Length >= ShortestBeginning);
        Expression[] beginnings = [.. words.Take(MostWords).Select(word => new Beginning(word[..Math.Max(ShortestBeginning, word.Length * 2 / 3)]))];
        var all = facts.Scope.Topics.Where(topic => !operatorTopics.Contains(topic.Key)).ToList();
        if (beginnings.Length == 0) return [.. all.Take(limit)];
        var near = reader.Having(Expression.Any(beginnings), MostArticles)
            .Select(id => facts.Facet(id)?.Topic ?? "").Where(topic => !operatorTopics.Contains(topic)).CountBy(topic => topic)
            .OrderByDescending(topic => topic.Value).ThenBy(topic => topic.Key, StringComparer.Ordinal)
            .Take(limit).Select(topic => topic.Key).ToList();
        return near.Count == 0 ? [.. all.Take(limit)] : [.. near.Select(key => all.FirstOrDefault(topic => topic.Key == key)).OfType<TopicChoice>()];
    }
}
