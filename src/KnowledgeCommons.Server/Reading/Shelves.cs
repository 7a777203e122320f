using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Reading;

/// <summary>The library as a reader walks along it: topics below topics, what is on each, what is new.</summary>
internal static class Shelves
{
    /// <summary>
    /// Topics with no other topic above them, in their order; those without a single article are left out. A lone one that only holds the others
    /// is stepped into, so that a library in a folder in a folder opens on its real topics.
    /// </summary>
    public static IReadOnlyList<TopicShelf> TopShelves(this Library library)
    {
        var shelves = Shelve(library, library.Topics.Where(topic => topic.Key.Length > 0 && NearestAbove(library, topic.Key) is null));
        List<TopicShelf> steppedInto = [];
        while (shelves is [var lone] && library.ShelvesBelow(lone.Topic) is { Count: > 0 } below)
        {
            if (library.InTopic(lone.Topic.Key).Count() is > 0 and var own) steppedInto.Add(lone with { Count = own });
            shelves = below;
        }
        return [.. shelves, .. steppedInto];
    }

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
        [.. library.InTopic(topic).OrderBy(article => article.Title, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Changed or checked last, newest first; articles of which no date is known are left out.</summary>
    public static IReadOnlyList<Article> NewestFirst(this Library library, int limit) =>
        [.. library.Articles.Where(article => article.ChangedAt() is not null).OrderByDescending(article => article.ChangedAt()).Take(limit)];

    /// <summary>When the file last changed or, in a plain folder, when it was last reviewed; null when neither is known.</summary>
    public static DateTimeOffset? ChangedAt(this Article article) =>
        article.Authorship?.LastAt
        ?? (article.ReviewedOn is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null);

    private static IReadOnlyList<TopicShelf> Shelve(Library library, IEnumerable<Topic> topics)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var article in library.Articles)
            for (var at = article.Topic; at.Length > 0; at = at.LastIndexOf('/') is > 0 and var cut ? at[..cut] : "")
                counts[at] = counts.GetValueOrDefault(at) + 1;
        return [.. topics.Select(topic => new TopicShelf(topic, counts.GetValueOrDefault(topic.Key))).Where(shelf => shelf.Count > 0)];
    }
}
