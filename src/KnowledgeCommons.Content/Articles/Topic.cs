namespace KnowledgeCommons.Content.Articles;

/// <summary>A folder of articles. <paramref name="Key"/> is its path as in <see cref="Article.Topic"/>; topics without an order come last.</summary>
public sealed record Topic(string Key, string Title, string Summary, int Order, string? Owner)
{
    public string Url => UrlOf(Key);

    /// <summary>The site-relative address of the topic with this key.</summary>
    public static string UrlOf(string key) => "/topics/" + AddressPath.Escape(key);
}
