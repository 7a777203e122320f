using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Site;

/// <summary>What a page says about the language of an article's words when it is not the language of the page around them.</summary>
internal static class ArticleLanguage
{
    private const string OfThePage = "en";

    /// <summary>For the attribute lang; null when it goes without saying.</summary>
    public static string? Lang(this Article article) => Lang(article.Language);

    public static string? Lang(string language) => language == OfThePage ? null : language;

    /// <summary>For the attribute dir; null for languages that are written from left to right.</summary>
    public static string? Dir(this Article article) => Dir(article.Language);

    public static string? Dir(string language) => language.Split('-')[0] is "ar" or "fa" or "he" or "ur" or "yi" or "ps" ? "rtl" : null;
}
