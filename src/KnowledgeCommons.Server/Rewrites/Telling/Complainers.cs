using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// Who said that an article did not help, contacted us about it, or asked to hear: since they were told the last time, at most a year back. Whoever says by
/// now that it is fixed has taken the complaint back. A contact that was known by its address alone stays a person of its own: anybody can type an address.
/// </summary>
internal static class Complainers
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private const string Sql =
        """
        WITH slugs AS (SELECT slug FROM revision_seen WHERE article = @article UNION SELECT @slug),
        newest AS (
            SELECT o.* FROM outcome o WHERE o.article = @article AND NOT EXISTS (
                SELECT 1 FROM outcome later WHERE later.article = o.article AND later.reader = o.reader AND (later.at, later.id) > (o.at, o.id)))
        SELECT reader, token_hash, at, text AS words, NULL AS mail, 0 AS WantsCall FROM newest
            WHERE answer IN ('not-fixed', 'partly', 'came-back') AND at > @since AND revision <> @answer AND reader NOT LIKE 'gone:%'
        UNION ALL
        SELECT CASE WHEN known_by = 'address' THEN reader ELSE COALESCE(person, reader) END, token_hash, opened_at, problem,
            CASE WHEN reach = 'email' THEN contact END, CASE WHEN reach = 'phone' THEN 1 ELSE 0 END FROM help_case
            WHERE opened_at > @since AND reader NOT LIKE 'gone:%' AND COALESCE(revision, '') <> @answer
                AND (article IN (SELECT slug FROM slugs) OR article_failed IN (SELECT slug FROM slugs) OR id IN (
                    SELECT contact FROM contact_link
                    WHERE article = @article AND source = 'knowledge-commons' AND kind = 1 AND weight >= 0.5 AND revision <> @answer))
        UNION ALL
        SELECT reader, token_hash, at, NULL, contact, 0 FROM hear_back WHERE article = @article AND at > @since
        """;

    private const string TicketsSql =
        """
        SELECT COUNT(DISTINCT person) FROM contact_link
        WHERE article = @article AND source <> 'knowledge-commons' AND kind = 1 AND weight >= 0.5 AND at > @since AND revision <> @answer
        """;

    /// <summary>Each person once; the newest of their words and addresses count.</summary>
    public static async Task<IReadOnlyList<Complainer>> OfAsync(DbConnection connection, RewriteCase about, DateTimeOffset now)
    {
        var since = await SinceAsync(connection, about, now);
        var rows = await connection.QueryAsync<ComplaintRow>(Sql, new { article = about.Article, slug = about.Slug, since, answer = about.Answer ?? "" });
        return [.. rows.GroupBy(row => row.Reader).Select(OfOne)];
    }

    /// <summary>How many people's tickets from elsewhere are about it: of them only hashes are known, and nobody here can tell them.</summary>
    public static async Task<long> TicketsAsync(DbConnection connection, RewriteCase about, DateTimeOffset now) => await connection.ExecuteScalarAsync<long>(
        TicketsSql, new { article = about.Article, since = await SinceAsync(connection, about, now), answer = about.Answer ?? "" });

    // A row of what is being told now does not end the time that it is about.
    private static async Task<DateTimeOffset> SinceAsync(DbConnection connection, RewriteCase about, DateTimeOffset now)
    {
        var last = await connection.ExecuteScalarAsync<DateTimeOffset?>(
            "SELECT MAX(at) FROM told_change WHERE article = @Article AND about <> @Telling", new { about.Article, about.Telling });
        return last > now - Longest ? last.Value : now - Longest;
    }

    private static Complainer OfOne(IGrouping<string, ComplaintRow> said)
    {
        var newest = said.OrderByDescending(row => row.At).ToList();
        return new Complainer(said.Key, [.. newest.Select(row => row.TokenHash).Distinct()],
            newest.Select(row => row.Words).FirstOrDefault(words => !string.IsNullOrWhiteSpace(words)),
            newest.Select(row => row.Mail).FirstOrDefault(mail => mail is not null), newest.Any(row => row.WantsCall));
    }
}
