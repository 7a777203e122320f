using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>An article's weeks, from the sums of its days and what the model said at the end of each week.</summary>
internal static class WeeksSeen
{
    // Day 0 was a Thursday: the week that holds it began three days before.
    private const string Seen =
        """
        SELECT (d.day + 3) / 7 AS Week, CAST(SUM(d.episodes) AS BIGINT) AS Episodes, SUM(d.failed) AS Failed, CAST(SUM(d.repeats) AS BIGINT) AS Repeats
        FROM article_day d JOIN health_article a ON a.number = d.article
        WHERE a.article = @article AND d.day >= @since GROUP BY (d.day + 3) / 7
        """;

    private const string Judged =
        """
        SELECT (w.day + 3) / 7 AS Week, w.episodes AS Episodes, w.expected AS Expected, w.incident_days AS Incidents
        FROM article_week w JOIN health_article a ON a.number = w.article
        WHERE a.article = @article AND w.day >= @before ORDER BY w.day
        """;

    /// <summary>All weeks from the first of which anything is known to the last, oldest first; those without readers are empty.</summary>
    public static async Task<IReadOnlyList<WeekSeen>> OfAsync(DbConnection connection, string article, DateOnly since)
    {
        var day = EpochDay.Of(since);
        var seen = (await connection.QueryAsync<SeenRow>(Seen, new { article, since = day })).ToDictionary(row => row.Week);
        var judged = (await connection.QueryAsync<JudgedRow>(Judged, new { article, before = day - 7 })).ToDictionary(row => row.Week);
        if (seen.Count == 0) return [];
        var weeks = new List<WeekSeen>();
        for (var week = seen.Keys.Min(); week <= seen.Keys.Max(); week++)
            weeks.Add(Of(week, seen.GetValueOrDefault(week) ?? new SeenRow(), judged.GetValueOrDefault(week), judged.GetValueOrDefault(week - 1)));
        return weeks;
    }

    // What the model keeps has faded and is summed up over weeks; the rate per episode is as it was, and so is what one week adds to the left-out days.
    private static WeekSeen Of(long week, SeenRow seen, JudgedRow? judged, JudgedRow? before) => new(
        EpochDay.DateOf((7 * week) - 3), seen.Episodes, seen.Failed, seen.Repeats,
        judged is { Episodes: > 0 } ? seen.Episodes * judged.Expected / judged.Episodes : null,
        judged is null ? 0 : (int)Math.Clamp(judged.Incidents - (before?.Incidents <= judged.Incidents ? before.Incidents : 0), 0, 7));

    private sealed record SeenRow
    {
        public long Week { get; init; }
        public long Episodes { get; init; }
        public double Failed { get; init; }
        public long Repeats { get; init; }
    }

    private sealed record JudgedRow
    {
        public long Week { get; init; }
        public double Episodes { get; init; }
        public double Expected { get; init; }
        public long Incidents { get; init; }
    }
}
