using System.Data.Common;
using Dapper;
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
    public Task AddAsync(IReadOnlyList<NotedReading> noted, CancellationToken cancel) =>
        database.WriteAsync(async connection =>
        {
            await using var command = Prepare(connection);
            foreach (var (key, first, last, times) in noted)
            {
                Fill(command, [key.Reader, IdOf(key.Slug), key.Slug.Value, key.Revision.Value, key.Day,
                    first.ToUnixTimeMilliseconds(), last.ToUnixTimeMilliseconds(), (long)times]);
                await command.ExecuteNonQueryAsync(cancel);
            }
        }, cancel);

    /// <summary>Whole days since 1970 in UTC.</summary>
    public static long DayOf(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / TimeSpan.MillisecondsPerDay;

    // An article that was renamed or withdrawn within the last second is counted under its address.
    private string IdOf(Slug slug) => published.Whole.Find(slug)?.Id ?? slug.Value;

    // Thousands of rows a second under load: one prepared statement, filled again and again.
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
