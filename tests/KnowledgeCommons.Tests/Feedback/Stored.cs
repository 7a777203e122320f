using Dapper;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Feedback;

/// <summary>What lies in the tables, asked past the site.</summary>
internal static class Stored
{
    public static Task<List<OutcomeRow>> OutcomesAsync(this TestSite site) =>
        site.QueryAsync<OutcomeRow>("SELECT id, reader, article, slug, revision, search, answer, at, token_hash AS TokenHash, reason, step, text FROM outcome ORDER BY at, id");

    public static Task<List<T>> QueryAsync<T>(this TestSite site, string sql, object? args = null) =>
        site.Services.GetRequiredService<Database>().ReadAsync(async connection => (await connection.QueryAsync<T>(sql, args)).AsList(), CancellationToken.None);

    public static async Task<long> CountAsync(this TestSite site, string table) => (await site.QueryAsync<long>($"SELECT COUNT(*) FROM {table}"))[0];

    public static Task ExecuteAsync(this TestSite site, string sql, object? args = null) =>
        site.Services.GetRequiredService<Database>().WriteAsync(connection => connection.ExecuteAsync(sql, args), CancellationToken.None);
}
