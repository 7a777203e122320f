using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>The days of article_day in the form that the model takes.</summary>
internal static class SeenDays
{
    private const string Sums =
        """
        SELECT article, day, SUM(episodes) AS Episodes, SUM(yes) AS Yes, SUM(not_yet) AS NotYet, SUM(failed) AS Failed, SUM(first_failures) AS FirstFailures,
            SUM(reasons) AS Reasons, SUM(page_reasons) AS PageReasons, SUM(direct) AS Direct, SUM(repeats) AS Repeats, SUM(harms) AS Harms
        FROM article_day
        """;

    // So many answers a day count at most: two, or one for every fourth episode.
    private const float FewestVotes = 2;
    private const float VotesPerEpisode = 0.25f;

    /// <summary>The first day of which anything is known; null when there is none.</summary>
    public static Task<long?> FirstAsync(DbConnection connection) => connection.ExecuteScalarAsync<long?>("SELECT MIN(day) FROM article_day");

    /// <summary>All articles of one day.</summary>
    public static async Task<DayCounts[]> OfDayAsync(DbConnection connection, long day)
    {
        var counts = new List<DayCounts>();
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Sums} WHERE day = @day GROUP BY article, day";
        Add(command, "@day", day);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) counts.Add(Read(rows));
        return [.. counts];
    }

    /// <summary>One article's days after that one, each by itself.</summary>
    public static async Task<IReadOnlyList<DayCounts>> AfterAsync(DbConnection connection, long article, long day)
    {
        var counts = new List<DayCounts>();
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Sums} WHERE article = @article AND day > @day GROUP BY article, day";
        Add(command, "@article", article);
        Add(command, "@day", day);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) counts.Add(Read(rows));
        return counts;
    }

    private static void Add(DbCommand command, string name, long value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static DayCounts Read(DbDataReader row)
    {
        var (episodes, yes, notYet) = (row.GetFloat(2), row.GetFloat(3), row.GetFloat(4));
        var share = Math.Min(1, Math.Max(FewestVotes, VotesPerEpisode * episodes) / Math.Max(1, yes + notYet));
        return new DayCounts
        {
            Article = (int)row.GetInt64(0),
            Episodes = episodes,
            Yes = yes * share,
            NotYet = notYet * share,
            Failed = row.GetFloat(5),
            FirstFailures = row.GetFloat(6),
            Reasons = row.GetFloat(7),
            PageReasons = row.GetFloat(8),
            Direct = row.GetFloat(9),
            Repeats = row.GetFloat(10),
            Harms = row.GetFloat(11)
        };
    }
}
