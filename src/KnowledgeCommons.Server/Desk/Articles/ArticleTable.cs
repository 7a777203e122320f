using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Desk;

/// <summary>A page of all articles: flags first, then in the order asked for.</summary>
public sealed record ArticleTable(PageOf<ArticleRow> Page, string Sort)
{
    public const string ByContacts = "contacts";

    /// <summary>What can be sorted by, as it stands in the address; an unknown order is by contacts.</summary>
    public static IReadOnlyList<string> Sorts { get; } = ["article", "owner", "readings", "fixed", "not-fixed", ByContacts, "repeats", "state"];

    internal static ArticleTable Of(IReadOnlyList<ArticleReport> reports, string? sort, string? page)
    {
        var known = Sorts.FirstOrDefault(name => name == sort) ?? ByContacts;
        var flagged = reports.Select(ArticleRow.Of).OrderByDescending(row => row.State == HealthState.Flagged).ThenByDescending(row => row.State == HealthState.WorthALook);
        var rows = Sorted(flagged, known).ThenBy(row => row.Article.Slug.Value, StringComparer.Ordinal);
        return new ArticleTable(PageOf<ArticleRow>.Of([.. rows], page), known);
    }

    private static IOrderedEnumerable<ArticleRow> Sorted(IOrderedEnumerable<ArticleRow> rows, string sort) => sort switch
    {
        "article" => rows.ThenBy(row => row.Article.Title, StringComparer.CurrentCultureIgnoreCase),
        "owner" => rows.ThenBy(row => row.Owner.Length == 0).ThenBy(row => row.Owner, StringComparer.CurrentCultureIgnoreCase),
        "readings" => rows.ThenByDescending(row => row.Readings),
        "fixed" => rows.ThenByDescending(row => row.Fixed),
        "not-fixed" => rows.ThenByDescending(row => row.NotFixed),
        "repeats" => rows.ThenByDescending(row => row.Repeats),
        "state" => rows.ThenByDescending(row => row.State),
        _ => rows.ThenByDescending(row => row.Contacts)
    };
}
