using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Reading;

/// <summary>Articles made by hand, for rules that need no file.</summary>
internal static class Sample
{
    public static Article Article(string path, string title, params IReadOnlyList<string> tags)
    {
        var slug = Slug.FromPath(path) ?? throw new ArgumentException($"not usable as a slug: {path}", nameof(path));
        return new Article
        {
            Slug = slug,
            Id = slug.Value,
            Path = path + ".md",
            SourceHash = "",
            Revision = Revision.Of(title, title),
            Title = title,
            Tags = tags,
            Html = Encoding.UTF8.GetBytes("<p>Text</p>"),
            Source = Encoding.UTF8.GetBytes("Text")
        };
    }

    public static Library Library(IEnumerable<Article> articles, params IReadOnlyList<string> topics) =>
        new("1", articles, topics.Select(key => new Topic(key, key, "", 0, null)), People.Nobody, [], new Dictionary<string, Slug>());
}
