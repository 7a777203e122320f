using KnowledgeCommons.Content.Articles;
using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeCommons.Server.Site;

/// <summary>The address of "Talk to a person" with the story so far, so that nobody is asked twice.</summary>
internal static class HelpLink
{
    private const string Help = "/help";

    /// <summary>The short form of the same, for people who are stuck right now.</summary>
    public static string Now(string helpUrl) => $"{Help}/now{(helpUrl.StartsWith(Help, StringComparison.Ordinal) ? helpUrl[Help.Length..] : "")}";

    public static string To(Article? article = null, string? search = null, string? problem = null)
    {
        var query = new QueryBuilder();
        if (article is not null) query.Add("article", article.Slug.Value);
        if (article is not null) query.Add("revision", article.Revision.Value);
        if (!string.IsNullOrEmpty(search)) query.Add("search", search);
        if (!string.IsNullOrEmpty(problem)) query.Add("problem", problem);
        return Help + query.ToQueryString();
    }
}
