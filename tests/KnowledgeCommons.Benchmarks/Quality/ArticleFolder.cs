using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Benchmarks.Quality;

/// <summary>Articles to search in, as the publisher would hand them to the index.</summary>
internal static class ArticleFolder
{
    public static async Task<IReadOnlyList<IndexedArticle>> ReadAsync(string folder)
    {
        var source = new FolderSource(folder, TimeSpan.FromHours(1), TimeProvider.System);
        var snapshot = await source.LookAsync(CancellationToken.None);
        var built = await new LibraryBuilder(new BodyRenderer(), TimeProvider.System)
            .BuildAsync(source, snapshot, new Dictionary<string, PreparedArticle>(), CancellationToken.None);
        return LibraryChanges.Between(Content.Articles.Library.Empty, built, held: null).Changed;
    }

    public static IndexedArticle Of(EvaluationDocument document) =>
        new(new Article
        {
            Slug = Slug.Parse(SlugOf(document.Id), null),
            Id = SlugOf(document.Id),
            Path = document.Id + ".md",
            Title = document.Title,
            Revision = Revision.Of(document.Title, document.Text),
            Sections = [new Section("", "", 1)],
            SourceHash = "",
            Html = default,
            Source = default
        }, [document.Text]);

    public static Library Library(IReadOnlyList<IndexedArticle> articles, string version = "evaluation") =>
        new(version, articles.Select(indexed => indexed.Article), [], People.Nobody, [], new Dictionary<string, Slug>());

    /// <summary>Documents are named by their paths.</summary>
    public static string SlugOf(string document) => Slug.FromPath(document.EndsWith(".md", StringComparison.Ordinal) ? document[..^3] : document)?.Value ?? document;
}
