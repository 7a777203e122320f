using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Health;

/// <summary>One revision of an article, when it was first published (null: not known), and its numbers.</summary>
public sealed record PastRevision(RevisionNumbers Numbers, DateTimeOffset? FirstAt, bool IsPresent)
{
    /// <summary>All revisions that were published or of which anything is known; the present one first, then the newest.</summary>
    public static async Task<IReadOnlyList<PastRevision>> AllOfAsync(
        DbConnection connection, Article article, Dictionary<(string, string), RevisionNumbers> numbers)
    {
        var seen = (await connection.QueryAsync<(string Revision, DateTimeOffset FirstAt)>(
            "SELECT revision, MIN(first_at) FROM revision_seen WHERE article = @Id GROUP BY revision", new { article.Id }))
            .ToDictionary(row => row.Revision, row => row.FirstAt);
        var present = article.Revision.Value;
        var all = seen.Keys.Union(numbers.Values.Select(known => known.Revision)).Append(present).Distinct();
        return
        [
            .. all.Select(revision => new PastRevision(
                    numbers.GetValueOrDefault((article.Id, revision)) ?? RevisionNumbers.None(article.Id, revision),
                    seen.TryGetValue(revision, out var at) ? at : null,
                    revision == present))
                .OrderByDescending(past => past.IsPresent).ThenByDescending(past => past.FirstAt)
        ];
    }
}
