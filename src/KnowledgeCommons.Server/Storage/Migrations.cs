using System.Data.Common;
using System.Reflection;
using Dapper;

namespace KnowledgeCommons.Server.Storage;

/// <summary>
/// The SQL files beside this one, applied once each in the order of their names. Each slice has files of its own and owns the tables in them.
/// They keep to the SQL that SQLite and PostgreSQL share, and once released are never edited.
/// </summary>
internal static class Migrations
{
    private const string Prefix = "KnowledgeCommons.Server.Storage.Migrations.";

    public static async Task ApplyAsync(DbConnection connection, TimeProvider time)
    {
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)");
        var done = (await connection.QueryAsync<string>("SELECT name FROM migration")).ToHashSet();
        foreach (var name in Names().Where(name => !done.Contains(name)))
        {
            await connection.ExecuteAsync(Text(name));
            await connection.ExecuteAsync("INSERT INTO migration (name, applied_at) VALUES (@name, @now)", new { name, now = time.GetUtcNow() });
        }
    }

    private static IEnumerable<string> Names() =>
        from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where resource.StartsWith(Prefix, StringComparison.Ordinal)
        orderby resource
        select resource[Prefix.Length..];

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The migration {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
