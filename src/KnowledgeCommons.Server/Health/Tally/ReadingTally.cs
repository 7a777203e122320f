using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Counts the readings of one day after another into article_day. A day is counted while it lasts, and for the last time ten minutes after it; from then on
/// its raw rows are needed for attribution only.
/// </summary>
internal sealed class ReadingTally(Database database, HealthNumbers numbers, StaffPeople staff, TimeProvider time)
{
    private const int PerWrite = 2_000;
    private const int PseudonymDays = 30;
    private static readonly TimeSpan StillOnTheirWay = TimeSpan.FromMinutes(10);

    private const string OfDay =
        """
        SELECT r.article, r.revision, r.reader, r.first_at, r.times,
            CASE WHEN EXISTS (SELECT 1 FROM reading p WHERE p.reader = r.reader AND p.article = r.article AND p.last_at >= @since AND p.day < @day) THEN 1 ELSE 0 END AS IsKnown
        FROM reading r WHERE r.day = @day ORDER BY r.first_at
        """;

    private const string Upsert =
        """
        INSERT INTO article_day (article, day, revision, readers, fresh, times, episodes) VALUES (@Number, @Day, @Revision, @Readers, @Fresh, @Times, @Episodes)
        ON CONFLICT (article, day, revision) DO UPDATE SET readers = excluded.readers, fresh = excluded.fresh, times = excluded.times, episodes = excluded.episodes
        """;

    /// <summary>Counts the days that are not finished yet, today included.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        var today = Readings.DayOf(time.GetUtcNow());
        var over = Readings.DayOf(time.GetUtcNow() - StillOnTheirWay) - 1;
        var done = await database.ReadAsync(connection => HealthMark.NumberAsync(connection, HealthMark.ReadingsByDay), cancel)
            ?? (await database.ReadAsync(connection => connection.ExecuteScalarAsync<long?>("SELECT MIN(day) FROM reading"), cancel) ?? today) - 1;
        for (var day = done + 1; day <= today; day++) await CountAsync(day, isOver: day <= over, cancel);
    }

    private async Task CountAsync(long day, bool isOver, CancellationToken cancel)
    {
        var counted = await database.ReadAsync(connection => CountAsync(connection, day), cancel);
        foreach (var some in counted.Chunk(PerWrite))
            await database.WriteAsync(async connection =>
            {
                var known = await numbers.OfAsync(connection, [.. some.Select(row => row.Article)], day);
                await connection.ExecuteAsync(Upsert, some.Select(row => row with { Number = known[row.Article] }));
            }, cancel);
        if (isOver) await database.WriteAsync(connection => HealthMark.SetAsync(connection, HealthMark.ReadingsByDay, day), cancel);
    }

    private async Task<IReadOnlyCollection<DayOfReading>> CountAsync(DbConnection connection, long day)
    {
        var all = new Dictionary<(string, string), DayOfReading>();
        var seen = new HashSet<(string, string)>();
        var left = await staff.ReadersAsync(connection);
        var since = DateTimeOffset.FromUnixTimeMilliseconds((day - PseudonymDays) * TimeSpan.MillisecondsPerDay);
        foreach (var row in await connection.QueryAsync<Row>(OfDay, new { day, since }))
        {
            if (!all.TryGetValue((row.Article, row.Revision), out var counted))
                all[(row.Article, row.Revision)] = counted = new DayOfReading { Article = row.Article, Revision = row.Revision, Day = day };
            // The day of an article that only they read is written too: it may have been counted before they were known.
            if (left.Contains(row.Reader)) continue;
            var earlier = row.IsKnown == 0 ? [] : await EarlierAsync(connection, row, day, since);
            var begins = seen.Add((row.Article, row.Reader)) && (earlier.Count == 0 || Episodes.Starts([.. earlier.Select(each => each.Day).Distinct(), day]).Last() == day);
            counted.Readers++;
            counted.Times += row.Times;
            if (begins) counted.Episodes++;
            if (earlier.All(each => each.Revision != row.Revision)) counted.Fresh++;
        }
        return all.Values;
    }

    private static async Task<IReadOnlyList<(long Day, string Revision)>> EarlierAsync(DbConnection connection, Row row, long day, DateTimeOffset since) =>
        (await connection.QueryAsync<(long, string)>(
            "SELECT day, revision FROM reading WHERE reader = @Reader AND article = @Article AND last_at >= @since AND day < @day ORDER BY day",
            new { row.Reader, row.Article, since, day })).AsList();

    private sealed record Row
    {
        public string Article { get; init; } = "";
        public string Revision { get; init; } = "";
        public string Reader { get; init; } = "";
        public long FirstAt { get; init; }
        public long Times { get; init; }
        public long IsKnown { get; init; }
    }
}
