using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>What is wrong with what commits and front matter say about cases: for the desk, kept for a month.</summary>
internal sealed class RewriteFindings(Database database, Texts texts, TimeProvider time)
{
    private const string Rule = "rewrites";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>All of the last month, newest first.</summary>
    public Task<IReadOnlyList<Finding>> AllAsync(CancellationToken cancel) => database.ReadAsync<IReadOnlyList<Finding>>(async connection =>
        [.. (await connection.QueryAsync<RewriteFinding>("SELECT * FROM rewrite_finding WHERE at > @since ORDER BY at DESC, key LIMIT 500", new { since = time.GetUtcNow() - Kept }))
            .Select(finding => finding.AsFinding())], cancel);

    /// <summary>Keeps a finding in a transaction that is under way; the same one once. <paramref name="what"/> is the key of its words.</summary>
    public Task AddAsync(DbConnection connection, string what, string key, string path, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var finding = new RewriteFinding
        {
            Key = $"{what}/{key}",
            At = time.GetUtcNow(),
            Rule = Rule,
            Path = path,
            Message = texts.With($"rewrite.finding.{what}", values),
            Hint = texts.With($"rewrite.finding.{what}-hint", values)
        };
        return connection.ExecuteAsync(
            """
            INSERT INTO rewrite_finding (key, at, rule, path, message, hint) VALUES (@Key, @At, @Rule, @Path, @Message, @Hint)
            ON CONFLICT (key) DO NOTHING
            """, finding);
    }
}
