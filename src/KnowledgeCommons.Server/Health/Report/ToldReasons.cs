using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>Why people still needed help, and at which step they stopped: each person once per reason or step.</summary>
public sealed record ToldReasons(IReadOnlyList<(string Reason, bool? IsThePage, long People)> Reasons, IReadOnlyList<(long Step, long People)> Steps)
{
    private const string ReasonsSql =
        """
        SELECT reason, COUNT(DISTINCT person) AS People FROM (
            SELECT reason, 'reader:' || reader AS person FROM outcome
            WHERE article = @article AND at >= @since AND reason IS NOT NULL AND answer NOT IN ('fixed', 'only-reading')
            UNION ALL
            SELECT reason, person FROM contact_link WHERE article = @article AND kind = 1 AND at >= @since AND weight >= 0.5 AND reason IS NOT NULL) told
        GROUP BY reason ORDER BY COUNT(DISTINCT person) DESC, reason
        """;

    private const string StepsSql =
        """
        SELECT step, COUNT(DISTINCT reader) AS People FROM outcome
        WHERE article = @article AND at >= @since AND step IS NOT NULL AND answer NOT IN ('fixed', 'only-reading')
        GROUP BY step ORDER BY COUNT(DISTINCT reader) DESC, step LIMIT 10
        """;

    internal static async Task<ToldReasons> OfAsync(DbConnection connection, string article, DateTimeOffset since)
    {
        var reasons = await connection.QueryAsync<(string Reason, long People)>(ReasonsSql, new { article, since });
        var steps = await connection.QueryAsync<(long, long)>(StepsSql, new { article, since });
        return new ToldReasons([.. reasons.Select(row => (row.Reason, ContactReason.Find(row.Reason)?.IsThePage, row.People))], steps.AsList());
    }
}
