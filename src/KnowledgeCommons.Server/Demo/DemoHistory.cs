using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Demo;

/// <summary>
/// Which version of an article was published when. The articles that are rewritten in the story had another text before: some of their steps were missing.
/// </summary>
internal sealed class DemoHistory(Library now, IReadOnlyList<DemoArticle> articles)
{
    private readonly Dictionary<string, Article> _before = articles.Where(article => article.Story.Change is not null)
        .ToDictionary(article => article.Slug, article => Before(article.Article));
    private readonly HashSet<string> _rewritten = [];

    /// <summary>What is published at this point of the story.</summary>
    public Library Library => new(now.Version, now.Articles.Select(Present), now.Topics, now.People, now.Assets.Values, now.Redirects)
    {
        Synonyms = now.Synonyms,
        KnownIssues = now.KnownIssues
    };

    public string RevisionOf(DemoArticle article) => Present(article.Article).Revision.Value;

    public void Rewrite(DemoArticle article) => _rewritten.Add(article.Slug);

    private Article Present(Article article) => _rewritten.Contains(article.Slug.Value) ? article : _before.GetValueOrDefault(article.Slug.Value, article);

    private static Article Before(Article article)
    {
        var lines = Encoding.UTF8.GetString(article.Source.Span).Split('\n');
        var text = string.Join('\n', lines.Where(line => !(line.Length > 2 && char.IsAsciiDigit(line[0]) && line[0] > '3' && line[1] == '.')));
        return article with
        {
            Revision = Revision.Of(article.Title, text),
            Source = Encoding.UTF8.GetBytes(text),
            SourceHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        };
    }
}
