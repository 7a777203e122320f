namespace KnowledgeCommons.Content.Articles;

/// <summary>A folder of articles. <paramref name="Key"/> is its path as in <see cref="Article.Topic"/>; topics without an order come last.</summary>
public sealed record Topic(string Key, string Title, string Summary, int Order, string? Owner)
{
    /// <summary>Its articles are for the people who run the site: a search lists them behind those for everybody.</summary>
    public bool IsForOperators { get; init; }

    public string Url => UrlOf(Key);

    /// <summary>The site-relative address of the topic with this key.</summary>
    public static string UrlOf(string key) => "/topics/" + AddressPath.Escape(key);
}
