using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>Articles to put into an index. Sections are given as "Heading: text"; a text without heading stands in front of the first.</summary>
internal static class Shelved
{
    public static IndexedArticle Article(string path, string title, params IReadOnlyList<string> sections)
    {
        var parts = sections.Select(section => section.Split(": ", 2)).ToList();
        var slug = Slug.FromPath(path) ?? throw new ArgumentException($"not usable as a slug: {path}", nameof(path));
        var article = new Article
        {
            Slug = slug,
            Id = slug.Value,
            Path = path + ".md",
            Title = title,
            Revision = Revision.Of(title, string.Concat(sections)),
            Sections = [.. parts.Select(part => part.Length == 1 ? new Section("", "", 1) : new Section(Anchor(part[0]), part[0], 2))],
            SourceHash = "",
            Html = default,
            Source = default
        };
        return new IndexedArticle(article, [.. parts.Select(part => part[^1])]);
    }

    public static IndexedArticle With(this IndexedArticle indexed, Func<Article, Article> change) => indexed with { Article = change(indexed.Article) };

    public static LibraryChange Whole(string version, params IReadOnlyList<IndexedArticle> articles) => new(Library(version, articles), articles, [], IsWhole: true);

    public static LibraryChange Change(string version, IReadOnlyList<IndexedArticle> changed, params IReadOnlyList<string> removed) =>
        new(Library(version, changed), changed, [.. removed.Select(slug => Slug.Parse(slug, null))], IsWhole: false);

    public static Library Library(string version, IReadOnlyList<IndexedArticle> articles, params IReadOnlyList<Topic> topics) =>
        new(version, articles.Select(indexed => indexed.Article).DistinctBy(article => article.Slug), topics, People.Nobody, [], new Dictionary<string, Slug>());

    /// <summary>The snippet as text, with what is marked in brackets.</summary>
    public static string Read(this Snippet snippet) => string.Concat(snippet.Runs.Select(run => run.IsMarked ? $"[{run.Text}]" : run.Text));

    public static string[] Slugs(this SearchAnswer answer) => [.. answer.Hits.Select(hit => hit.Slug.Value)];

    private static string Anchor(string heading) => heading.ToLowerInvariant().Replace(' ', '-');
}
