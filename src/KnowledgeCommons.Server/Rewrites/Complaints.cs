using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>What went wrong with one version of an article, as far as at least three people say the same: nobody's own words.</summary>
internal static class Complaints
{
    private const int FewestPeople = 3;
    private const int MostOfAKind = 10;

    private const string Sql =
        """
        WITH failed AS (
            SELECT reader, reason, step, search FROM outcome o
            WHERE article = @article AND revision = @revision AND answer IN ('partly', 'not-fixed', 'came-back') AND NOT EXISTS (
                SELECT 1 FROM outcome later WHERE later.article = o.article AND later.revision = o.revision AND later.reader = o.reader
                    AND (later.at, later.id) > (o.at, o.id))),
        said AS (
            SELECT 'reason' AS kind, reason AS what, reader FROM failed WHERE reason IS NOT NULL
            UNION ALL SELECT 'step', CAST(step AS TEXT), reader FROM failed WHERE step IS NOT NULL
            UNION ALL SELECT 'search', asked.words, failed.reader FROM failed JOIN search_asked asked ON asked.part = failed.search
                WHERE asked.reader = failed.reader AND asked.words <> '')
        SELECT kind, what, COUNT(DISTINCT reader) AS People FROM said GROUP BY kind, what HAVING COUNT(DISTINCT reader) >= @FewestPeople
        ORDER BY kind, COUNT(DISTINCT reader) DESC, what
        """;

    /// <summary>Most named first, at most ten of a kind.</summary>
    public static async Task<IReadOnlyList<Complaint>> OfAsync(DbConnection connection, string article, string revision) =>
        [.. (await connection.QueryAsync<Complaint>(Sql, new { article, revision, FewestPeople })).GroupBy(said => said.Kind).SelectMany(kind => kind.Take(MostOfAKind))];
}
