using System.Data.Common;
using System.Globalization;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>How far a piece of work is, kept in the transaction of what it did.</summary>
internal static class HealthMark
{
    public const string CasesByNumber = "cases by number";
    public const string CasesByEvent = "cases by event";
    public const string OutcomesById = "outcomes by id";
    public const string ReadingsByDay = "readings by day";
    public const string ChangedFrom = "changed from day";

    public static Task<string?> FindAsync(DbConnection connection, string name) =>
        connection.QueryFirstOrDefaultAsync<string>("SELECT value FROM health_mark WHERE name = @name", new { name });

    public static async Task<long?> NumberAsync(DbConnection connection, string name) =>
        await FindAsync(connection, name) is { } value ? long.Parse(value, CultureInfo.InvariantCulture) : null;

    public static Task SetAsync(DbConnection connection, string name, object value) => connection.ExecuteAsync(
        "INSERT INTO health_mark (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        new { name, value = string.Create(CultureInfo.InvariantCulture, $"{value}") });

    public static Task ForgetAsync(DbConnection connection, string name) => connection.ExecuteAsync("DELETE FROM health_mark WHERE name = @name", new { name });
}
