using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Reading;

/// <summary>The library as a reader walks along it: topics below topics, what is on each, what is new.</summary>
internal static class Shelves
{
    /// <summary>Articles that are worth offering; retired ones and drafts stay readable at their address but are not led to.</summary>
    public static IEnumerable<Article> Offered(this IEnumerable<Article> articles) =>
        articles.Where(article => article.Status == ArticleStatus.Published);

    /// <summary>Topics with no other topic above them, in their order; those without a single article are left out.</summary>
    public static IReadOnlyList<TopicShelf> TopShelves(this Library library) =>
        Shelve(library, library.Topics.Where(topic => topic.Key.Length > 0 && NearestAbove(library, topic.Key) is null));

    /// <summary>The topics directly below this one.</summary>
    public static IReadOnlyList<TopicShelf> ShelvesBelow(this Library library, Topic topic) =>
        Shelve(library, library.Topics.Where(below => NearestAbove(library, below.Key) == topic));

    /// <summary>The nearest topic above a folder; folders in between that are no topics are passed over.</summary>
    public static Topic? NearestAbove(Library library, string key)
    {
        for (var cut = key.LastIndexOf('/'); cut > 0; cut = key.LastIndexOf('/', cut - 1))
            if (library.FindTopic(key[..cut]) is { } above) return above;
        return null;
    }

    /// <summary>The articles that lie directly in a topic, by title.</summary>
    public static IReadOnlyList<Article> ArticlesIn(this Library library, string topic) =>
        [.. library.InTopic(topic).Offered().OrderBy(article => article.Title, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Changed or checked last, newest first; articles of which no date is known are left out.</summary>
    public static IReadOnlyList<Article> NewestFirst(this Library library, int limit) =>
        [.. library.Articles.Offered().Where(article => article.ChangedAt() is not null).OrderByDescending(article => article.ChangedAt()).Take(limit)];

    /// <summary>When the file last changed or, in a plain folder, when it was last reviewed; null when neither is known.</summary>
    public static DateTimeOffset? ChangedAt(this Article article) =>
        article.Authorship?.LastAt
        ?? (article.ReviewedOn is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null);

    private static List<TopicShelf> Shelve(Library library, IEnumerable<Topic> topics)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var article in library.Articles.Offered())
            for (var at = article.Topic; at.Length > 0; at = at.LastIndexOf('/') is > 0 and var cut ? at[..cut] : "")
                counts[at] = counts.GetValueOrDefault(at) + 1;
        return [.. topics.Select(topic => new TopicShelf(topic, counts.GetValueOrDefault(topic.Key))).Where(shelf => shelf.Count > 0)];
    }
}
