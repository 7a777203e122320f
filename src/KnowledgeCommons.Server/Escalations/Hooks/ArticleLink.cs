using System.Text.RegularExpressions;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Finds the article that somebody has put into their words as a link.</summary>
internal static partial class ArticleLink
{
    /// <summary>The first link that leads to an article of ours; null when there is none.</summary>
    public static Slug? In(string words, Library library)
    {
        foreach (Match link in Link().Matches(words))
            if (Slug.TryParse(link.Groups[1].Value.TrimEnd('/', '-'), null, out var slug) && library.Find(slug) is { } article) return article.Slug;
        return null;
    }

    [GeneratedRegex(@"/articles/([a-z0-9/_-]{1,200})")]
    private static partial Regex Link();
}
