namespace KnowledgeCommons.Content.Articles;

/// <summary>A folder of articles. <paramref name="Key"/> is its path as in <see cref="Article.Topic"/>; topics without an order come last.</summary>
public sealed record Topic(string Key, string Title, string Summary, int Order, string? Owner)
{
    public string Url => "/topics/" + string.Join('/', Key.Split('/').Select(Uri.EscapeDataString));
}
