using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>What happened to articles besides being read, from the rows: new revisions, what owners said, and when an article was gone.</summary>
internal static class PastEvents
{
    private const string Sql =
        """
        SELECT article, at, kind AS What FROM revision_change WHERE at >= @from AND at < @until
        UNION ALL SELECT article, at, answer FROM flag_answer WHERE at >= @from AND at < @until
        UNION ALL SELECT article, at, CASE WHEN is_published = 1 THEN 'restored' ELSE 'withdrawn' END FROM article_presence WHERE at >= @from AND at < @until
        ORDER BY at
        """;

    /// <summary>By day, in their order, from one day up to and without another; of articles that have a number.</summary>
    public static async Task<ILookup<long, HealthEvent>> BetweenAsync(DbConnection connection, long from, long until, IReadOnlyDictionary<string, int> numbers)
    {
        var rows = await connection.QueryAsync<(string Article, long At, string What)>(
            Sql, new { from = from * TimeSpan.MillisecondsPerDay, until = until * TimeSpan.MillisecondsPerDay });
        return rows.Where(row => numbers.ContainsKey(row.Article)).Select(row => (Day: row.At / TimeSpan.MillisecondsPerDay, Kind: KindOf(row.What), row.Article))
            .Where(row => row.Kind is not null)
            .ToLookup(row => row.Day, row => new HealthEvent(row.Kind ?? default, numbers[row.Article]));
    }

    private static HealthEventKind? KindOf(string what) => what switch
    {
        RevisionChangeRow.Minor => HealthEventKind.MinorRevision,
        RevisionChangeRow.Substantive => HealthEventKind.SubstantiveRevision,
        RevisionChangeRow.Rewrite => HealthEventKind.Rewrite,
        FlagAnswer.PageIsRight => HealthEventKind.PageIsRight,
        FlagAnswer.BeingRewritten => HealthEventKind.RewriteTaken,
        FlagAnswer.Raised => HealthEventKind.FlagRaised,
        "withdrawn" => HealthEventKind.Withdrawn,
        "restored" => HealthEventKind.Restored,
        _ => null
    };
}
