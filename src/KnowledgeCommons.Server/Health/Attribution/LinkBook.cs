using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>The statements that keep links, on a connection that is given. Whatever changes a past day says so, to be counted again.</summary>
internal static class LinkBook
{
    /// <summary>Puts the links of a contact in the place of those it had. True when something is different.</summary>
    public static async Task<bool> ReplaceAsync(DbConnection connection, string source, string contact, IReadOnlyList<ContactLink> links)
    {
        var had = (await connection.QueryAsync<ContactLink>("SELECT * FROM contact_link WHERE source = @source AND contact = @contact", new { source, contact })).ToList();
        if (had.ToHashSet().SetEquals(links)) return false;
        if (had.Count > 0) await connection.ExecuteAsync("DELETE FROM contact_link WHERE source = @source AND contact = @contact", new { source, contact });
        await connection.ExecuteAsync(
            """
            INSERT INTO contact_link (source, contact, article, kind, revision, day, at, person, weight, reason)
            VALUES (@Source, @Contact, @Article, @Kind, @Revision, @Day, @At, @Person, @Weight, @Reason)
            """, links);
        foreach (var article in had.Concat(links).GroupBy(link => link.Article))
            await RecountAsync(connection, article.Key, article.Min(link => link.Day));
        return true;
    }

    /// <summary>Whatever these readers answered is counted again, as far as it can still change.</summary>
    public static async Task RecountAnsweredAsync(DbConnection connection, IReadOnlyList<string> readers)
    {
        foreach (var article in (await connection.QueryAsync<string>("SELECT DISTINCT article FROM outcome WHERE reader IN @readers", new { readers })).ToList())
            await RecountAsync(connection, article, day: 0);
    }

    /// <summary>The article's days from that one on have to be counted again.</summary>
    public static Task RecountAsync(DbConnection connection, string article, long day) => connection.ExecuteAsync(
        """
        INSERT INTO article_recount (article, day) VALUES (@article, @day)
        ON CONFLICT (article) DO UPDATE SET day = CASE WHEN excluded.day < article_recount.day THEN excluded.day ELSE article_recount.day END
        """, new { article, day });
}
