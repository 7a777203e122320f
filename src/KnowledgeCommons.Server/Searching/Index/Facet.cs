using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What an article can be narrowed by. <paramref name="Uid"/> is its permanent id; platforms and language are in lower case.</summary>
internal sealed record Facet(string Uid, string Topic, IReadOnlyList<string> Platforms, string Language)
{
    /// <summary>Who may find it.</summary>
    public Gate Gate { get; init; } = Gate.Open;

    public static Facet Of(Article article) =>
        new(article.Id, article.Topic, [.. article.AppliesTo.Select(platform => platform.ToLowerInvariant())], article.Language.ToLowerInvariant()) { Gate = article.Gate };

    /// <summary>Whether it stays when a search is narrowed. An article that names no platform is for all of them; "de" takes "de-at" along.</summary>
    public bool Stays(SearchQuery query) =>
        (string.IsNullOrEmpty(query.Topic) || IsIn(Topic, query.Topic, '/'))
        && (string.IsNullOrEmpty(query.Platform) || Platforms.Count == 0 || Platforms.Contains(query.Platform, StringComparer.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(query.Language) || Speaks(query.Language));

    public bool Speaks(string language) => IsIn(Language, language, '-');

    internal static bool IsIn(string key, string wider, char separator) =>
        key.StartsWith(wider, StringComparison.OrdinalIgnoreCase) && (key.Length == wider.Length || key[wider.Length] == separator);
}
