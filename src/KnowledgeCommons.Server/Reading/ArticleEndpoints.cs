using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Reading;

internal static class ArticleEndpoints
{
    private const string SourceEnding = ".md";

    /// <summary>The article as a page or, with .md at the end, as its author wrote it.</summary>
    public static IResult ReadArticle(string? slug, PublishedLibrary published, HttpRequest request)
    {
        if (string.IsNullOrEmpty(slug)) return TypedResults.Redirect("/topics", permanent: true);
        var library = published.Seen;
        if (!slug.EndsWith(SourceEnding, StringComparison.OrdinalIgnoreCase)) return PageOf(library, slug, request);
        var source = SourceOf(library, slug, request);
        // An article may itself be called something.md; its address then ends like a source, and a slug drops one ending.
        return source is NotFound ? PageOf(library, slug + SourceEnding, request, spelled: slug) : source;
    }

    public static Results<Ok<ArticleJson>, NotFound> ReadAsJson(string slug, PublishedLibrary published, HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-cache";
        var library = published.Seen;
        return ArticleAddress.Find(library, slug) switch
        {
            ArticleAddress.Here here => TypedResults.Ok(ArticleJson.Of(library, here.Article)),
            ArticleAddress.Moved moved when library.Find(moved.Slug) is { } article => TypedResults.Ok(ArticleJson.Of(library, article)),
            _ => TypedResults.NotFound()
        };
    }

    private static IResult PageOf(Library library, string slug, HttpRequest request, string? spelled = null) =>
        ArticleAddress.Find(library, slug) switch
        {
            ArticleAddress.Here here => Show(here.Article, library, request),
            ArticleAddress.Moved moved when moved.Slug.Value == spelled && library.Find(moved.Slug) is { } article => Show(article, library, request),
            ArticleAddress.Moved moved => TypedResults.Redirect(moved.Slug.Url + request.QueryString, permanent: true),
            _ => TypedResults.NotFound()
        };

    private static IResult Show(Article article, Library library, HttpRequest request) =>
        Page.Of<ArticlePage>(new { Article = article, Library = library, IsAtDesk = request.HttpContext.Visitor().LooksAfter(article.Slug.Value) });

    private static IResult SourceOf(Library library, string slug, HttpRequest request) =>
        ArticleAddress.Find(library, slug[..^SourceEnding.Length]) switch
        {
            ArticleAddress.Here here when slug.EndsWith(SourceEnding, StringComparison.Ordinal) =>
                TypedResults.Bytes(here.Article.Source, "text/markdown; charset=utf-8"),
            ArticleAddress.Here here => TypedResults.Redirect(here.Article.Slug.Url + SourceEnding, permanent: true),
            ArticleAddress.Moved moved => TypedResults.Redirect(moved.Slug.Url + SourceEnding, permanent: true),
            _ => TypedResults.NotFound()
        };
}
