using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>When another version was published, and how much it changed: minor, substantive or rewrite; <see cref="Rewrite"/> is the case it answers.</summary>
public sealed record RevisionMark
{
    public DateTimeOffset At { get; init; }
    public string Revision { get; init; } = "";
    public string Kind { get; init; } = "";
    public long? Rewrite { get; init; }

    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<RevisionMark>> OfAsync(DbConnection connection, string article) => (await connection.QueryAsync<RevisionMark>(
        "SELECT at, revision, kind, rewrite_number AS Rewrite FROM revision_change WHERE article = @article ORDER BY at", new { article })).AsList();
}
