using System.Data.Common;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>Keeps how an article stood at the end of a week.</summary>
internal static class WeekBook
{
    private static readonly string[] Columns =
        ["article", "day", "state", "bad", "fault", "fault_low", "fault_high", "episodes", "failed", "expected", "excess", "incident_days"];

    private static readonly string Insert =
        $"""
        INSERT INTO article_week ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "@" + column))})
        ON CONFLICT (article, day) DO NOTHING
        """;

    public static async Task AddAsync(DbConnection connection, long day, IEnumerable<(int Article, HealthState State, ArticleEstimate Estimate)> weeks)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Insert;
        foreach (var column in Columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column;
            command.Parameters.Add(parameter);
        }
        foreach (var (article, state, its) in weeks)
        {
            object[] values =
            [
                (long)article, day, (long)state, Rounded(its.Bad), Rounded(its.Fault), Rounded(its.FaultLow), Rounded(its.FaultHigh), Rounded(its.Episodes),
                Rounded(its.Failed), Rounded(its.Expected), Rounded(its.ExcessPerWeek), (long)its.IncidentDays
            ];
            for (var place = 0; place < values.Length; place++) command.Parameters[place].Value = values[place];
            await command.ExecuteNonQueryAsync();
        }
    }

    private static double Rounded(double value) => Math.Round(value, 3);
}
