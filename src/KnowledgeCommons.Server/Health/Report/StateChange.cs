using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>An article came into another state, and why; <see cref="Bad"/>: how sure it was then that the page is at fault.</summary>
public sealed record StateChange
{
    private const int Most = 40;

    public long Day { get; init; }
    public long ToState { get; init; }
    public long Cause { get; init; }
    public double Bad { get; init; }

    internal DateOnly Date => EpochDay.DateOf(Day);
    internal HealthState To => (HealthState)ToState;
    internal TransitionCause Because => (TransitionCause)Cause;

    /// <summary>Newest first, at most 40.</summary>
    public static async Task<IReadOnlyList<StateChange>> OfAsync(DbConnection connection, string article) => (await connection.QueryAsync<StateChange>(
        $"SELECT day, to_state AS ToState, cause, bad FROM article_transition WHERE article = @article ORDER BY day DESC, position DESC LIMIT {Most}",
        new { article })).AsList();
}
