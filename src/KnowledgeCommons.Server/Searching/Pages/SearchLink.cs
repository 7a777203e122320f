using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeCommons.Server.Searching;

/// <summary>Addresses of result pages and of their hits.</summary>
internal static class SearchLink
{
    public static string To(SearchQuery query, int page = 1)
    {
        var address = new QueryBuilder { { "q", query.Text } };
        if (query.Topic is { } topic) address.Add("topic", topic);
        if (query.Platform is { } platform) address.Add("for", platform);
        if (query.Language is { } language) address.Add("lang", language);
        if (query.IsLiteral) address.Add("literal", "1");
        if (page > 1) address.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/search" + address.ToQueryString();
    }

    /// <summary>Leads to the hit and tells the search that it was opened.</summary>
    public static string Open(string search, SearchHit hit)
    {
        var address = new QueryBuilder { { "search", search }, { "article", hit.Slug.Value } };
        if (hit.Section.Anchor.Length > 0) address.Add("to", hit.Section.Anchor);
        return "/search/open" + address.ToQueryString();
    }
}
