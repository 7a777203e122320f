using Dapper;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What many people are in trouble with right now and no known issue tells of. Read from the rows of searches and cases whenever the desk looks.</summary>
internal sealed class Surges(SearchLog searches, Database database, IssuesInSight known, Proposals proposals, TimeProvider time)
{
    private const int Most = 20_000;

    private const string Sql =
        """
        SELECT s.reader, s.words, s.at FROM search s
        WHERE s.at > @from AND s.at <= @to AND s.folded_into IS NULL AND s.words <> ''
          AND NOT EXISTS (SELECT 1 FROM search_opened o WHERE o.search = s.id)
          AND NOT EXISTS (SELECT 1 FROM search part JOIN search_opened o ON o.search = part.id WHERE part.folded_into = s.id)
        UNION ALL
        SELECT c.reader, c.problem, c.opened_at FROM help_case c WHERE c.opened_at > @from AND c.opened_at <= @to
        ORDER BY 3, 1 LIMIT @Most
        """;

    public async Task<IReadOnlyList<Surge>> NowAsync(CancellationToken cancel)
    {
        await searches.WriteWaitingAsync();
        var now = time.GetUtcNow();
        var all = await database.ReadAsync(async connection =>
        {
            var troubles = new List<Trouble>();
            for (var week = 0; week <= SurgeRule.Weeks; week++)
            {
                var to = now - TimeSpan.FromDays(7 * week);
                troubles.AddRange(await connection.QueryAsync<Trouble>(Sql, new { from = to - SurgeRule.Hour, to, Most }));
            }
            return troubles;
        }, cancel);
        var told = await proposals.LatelyAsync(cancel);
        return
        [
            .. from surge in SurgeRule.Find(all, now)
               where known.For(surge.Title).Count == 0
               select surge with { Proposal = told.FirstOrDefault(proposal => proposal.IsAbout(surge.Words)) }
        ];
    }
}
