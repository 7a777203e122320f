using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Who read which revision on which day.</summary>
internal sealed class Readings(Database database, PublishedLibrary published)
{
    private const string Upsert =
        """
        INSERT INTO reading (reader, article, slug, revision, day, first_at, last_at, times)
        VALUES (@reader, @article, @slug, @revision, @day, @first, @last, @times)
        ON CONFLICT (article, revision, reader, day) DO UPDATE SET last_at = excluded.last_at, times = reading.times + excluded.times
        """;

    /// <summary>Adds readings in one write.</summary>
    public Task AddAsync(IReadOnlyList<NotedReading> noted, CancellationToken cancel)
    {
        var days = noted.GroupBy(reading => (reading.Reader, reading.Slug, reading.Revision, Day: DayOf(reading.At))).ToList();
        return database.WriteAsync(async connection =>
        {
            await using var command = Prepare(connection);
            foreach (var day in days)
            {
                Fill(command, [day.Key.Reader, IdOf(day.Key.Slug), day.Key.Slug.Value, day.Key.Revision.Value, day.Key.Day,
                    day.Min(reading => reading.At).ToUnixTimeMilliseconds(), day.Max(reading => reading.At).ToUnixTimeMilliseconds(), (long)day.Count()]);
                await command.ExecuteNonQueryAsync(cancel);
            }
        }, cancel);
    }

    /// <summary>Whole days since 1970 in UTC.</summary>
    public static long DayOf(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / TimeSpan.MillisecondsPerDay;

    // An article that was renamed or withdrawn within the last second is counted under its address.
    private string IdOf(Slug slug) => published.Current.Find(slug)?.Id ?? slug.Value;

    // Tens of thousands of rows a second under load: one prepared statement, filled again and again.
    private static DbCommand Prepare(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Upsert;
        foreach (var name in (string[])["@reader", "@article", "@slug", "@revision", "@day", "@first", "@last", "@times"])
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static void Fill(DbCommand command, ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
    }
}
