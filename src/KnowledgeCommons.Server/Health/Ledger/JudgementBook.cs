using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>The statements that keep and read judgements, on a connection that is given.</summary>
internal static class JudgementBook
{
    private const string WithoutNumbers = "article, day, state, cause, changed_day, bad, excess";
    private const string Columns = WithoutNumbers + ", estimate";

    private const string Upsert =
        $"""
        INSERT INTO article_estimate ({Columns}) VALUES (@Article, @Day, @State, @Cause, @ChangedDay, @Bad, @Excess, @Estimate)
        ON CONFLICT (article) DO UPDATE SET day = excluded.day, state = excluded.state, cause = excluded.cause, changed_day = excluded.changed_day,
            bad = excluded.bad, excess = excluded.excess, estimate = excluded.estimate
        """;

    private static readonly string[] Names = ["@Article", "@Day", "@State", "@Cause", "@ChangedDay", "@Bad", "@Excess", "@Estimate"];

    public static async Task<Dictionary<string, Judgement>> AllAsync(DbConnection connection) =>
        (await connection.QueryAsync<Judgement>($"SELECT {Columns} FROM article_estimate")).ToDictionary(row => row.Article);

    /// <summary>All judgements without the numbers they were made of, which are most of the table.</summary>
    public static async Task<Dictionary<string, Judgement>> OutlinesAsync(DbConnection connection) =>
        (await connection.QueryAsync<Judgement>($"SELECT {WithoutNumbers} FROM article_estimate")).ToDictionary(row => row.Article);

    public static async Task<Dictionary<string, Judgement>> OfAsync(DbConnection connection, IReadOnlyList<string> articles) =>
        (await connection.QueryAsync<Judgement>($"SELECT {Columns} FROM article_estimate WHERE article IN @articles", new { articles })).ToDictionary(row => row.Article);

    public static Task<Judgement?> FindAsync(DbConnection connection, string article) =>
        connection.QueryFirstOrDefaultAsync<Judgement>($"SELECT {Columns} FROM article_estimate WHERE article = @article", new { article });

    // Fifty thousand rows a night: one prepared statement.
    public static async Task WriteAsync(DbConnection connection, IEnumerable<Judgement> judgements)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Upsert;
        foreach (var name in Names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        foreach (var row in judgements)
        {
            object[] values = [row.Article, row.Day, row.State, row.Cause, row.ChangedDay, row.Bad, row.Excess, row.Estimate];
            for (var place = 0; place < values.Length; place++) command.Parameters[place].Value = values[place];
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>What was written of days from that one on is written anew.</summary>
    public static Task ForgetFromAsync(DbConnection connection, long day) => connection.ExecuteAsync(
        "DELETE FROM article_transition WHERE day >= @day; DELETE FROM article_week WHERE day >= @day", new { day });

    public static Task AddAsync(DbConnection connection, IEnumerable<(Transition Change, string Article, int Position)> changes) => connection.ExecuteAsync(
        """
        INSERT INTO article_transition (article, day, position, from_state, to_state, cause, estimate) VALUES (@Article, @Day, @Position, @From, @To, @Cause, @Estimate)
        ON CONFLICT (article, day, position) DO UPDATE SET
            from_state = excluded.from_state, to_state = excluded.to_state, cause = excluded.cause, estimate = excluded.estimate
        """, changes.Select(each => new
        {
            each.Article,
            Day = EpochDay.Of(each.Change.Day),
            each.Position,
            From = (long)each.Change.From,
            To = (long)each.Change.To,
            Cause = (long)each.Change.Cause,
            Estimate = EstimateText.Of(each.Change.Estimate)
        }));
}
