using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Words after which <paramref name="People"/> different readers said that an article fixed their problem, as <see cref="KeptQuery.WordsOf"/> gives them,
/// and the article that fixed it for most of them.
/// </summary>
internal sealed record SuccessfulSearch(string Words, long People, Slug Article)
{
    /// <summary>The permanent id of that article: who may not find it must not learn what led to it.</summary>
    public string ArticleId { get; init; } = Article.Value;
}
