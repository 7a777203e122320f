using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Words that at least three people searched for before they opened the article; how many of them said that it fixed their problem, and how many still
/// needed help.
/// </summary>
public sealed record SearchHere
{
    private const int FewestPeople = 3;
    private const int Most = 12;

    private const string Sql =
        """
        WITH led AS (
            SELECT DISTINCT a.words, a.reader FROM search_opened o JOIN search_asked a ON a.part = o.search
            WHERE o.slug IN @slugs AND o.at >= @since AND a.words <> ''),
        said AS (
            SELECT reader, MAX(CASE WHEN answer = 'fixed' THEN 1 ELSE 0 END) AS fixed,
                MAX(CASE WHEN answer IN ('partly', 'not-fixed', 'came-back') THEN 1 ELSE 0 END) AS failed
            FROM outcome WHERE article = @article AND at >= @since GROUP BY reader)
        SELECT led.words AS Words, COUNT(*) AS People, CAST(SUM(COALESCE(said.fixed, 0)) AS BIGINT) AS Fixed, CAST(SUM(COALESCE(said.failed, 0)) AS BIGINT) AS Failed
        FROM led LEFT JOIN said ON said.reader = led.reader
        GROUP BY led.words HAVING COUNT(*) >= @FewestPeople ORDER BY COUNT(*) DESC, led.words LIMIT @Most
        """;

    public string Words { get; init; } = "";
    public long People { get; init; }
    public long Fixed { get; init; }
    public long Failed { get; init; }

    internal static async Task<IReadOnlyList<SearchHere>> OfAsync(DbConnection connection, string article, IReadOnlyList<string> slugs, DateTimeOffset since) =>
        (await connection.QueryAsync<SearchHere>(Sql, new { article, slugs, since, FewestPeople, Most })).AsList();
}
