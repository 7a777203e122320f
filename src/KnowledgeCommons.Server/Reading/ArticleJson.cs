using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Reading;

/// <summary>An article as other programs read it. <paramref name="Owner"/> is a name; <paramref name="Html"/> is safe to show.</summary>
internal sealed record ArticleJson(
    string Slug,
    string Id,
    string Title,
    string Summary,
    string Url,
    string Revision,
    string? Owner,
    DateTimeOffset? Updated,
    DateOnly? ReviewedOn,
    string Topic,
    string Language,
    int? Minutes,
    IReadOnlyList<string> AppliesTo,
    IReadOnlyList<string> Tags,
    IReadOnlyList<Section> Sections,
    string Markdown,
    string Html)
{
    public static ArticleJson Of(Library library, Article article) => new(
        article.Slug.Value,
        article.Id,
        article.Title,
        article.Summary,
        article.Slug.Url,
        article.Revision.Value,
        library.OwnerOf(article)?.Name,
        article.Authorship?.LastAt,
        article.ReviewedOn,
        article.Topic,
        article.Language,
        article.Minutes,
        article.AppliesTo,
        article.Tags,
        article.Sections,
        Encoding.UTF8.GetString(article.Source.Span),
        Encoding.UTF8.GetString(article.Html.Span));
}
