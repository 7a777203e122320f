using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>
/// Ends what the inventory says has been kept long enough, a few hundred rows a write so that nobody waits for it; what is gone is then not in the files either.
/// It can be run at any time and as often as one likes.
/// </summary>
internal sealed class Retention(Database database, Periods periods, TimeProvider time)
{
    private const int PerWrite = 500;

    /// <summary>Returns how many rows came to an end.</summary>
    public async Task<long> RunAsync(CancellationToken cancel)
    {
        var ended = 0L;
        foreach (var table in KeptTables.All)
            foreach (var end in table.Ends)
                for (var some = PerWrite; some == PerWrite; ended += some)
                    some = await EndSomeAsync(table, end, cancel);
        if (ended > 0) await database.TidyAsync(cancel);
        return ended;
    }

    // Chosen on a connection that writes nothing, because the choice may take long; a row that changed meanwhile is looked at once more.
    private async Task<int> EndSomeAsync(KeptTable table, KeptEnd end, CancellationToken cancel)
    {
        var before = time.GetUtcNow() - periods.Of(end.After);
        var keys = await database.ReadAsync(connection => ChooseAsync(connection, table, end, before), cancel);
        if (keys.Count == 0) return 0;
        var ended = await database.WriteAsync(async connection =>
        {
            if (end.First is { } first) await connection.ExecuteAsync(first, new { before });
            return await connection.ExecuteAsync(
                $"{RowEnds.Statement(table, end.Set)} WHERE {string.Join(" AND ", table.KeyColumns.Select(column => $"{column} = @{column}"))} AND {end.Due}", keys);
        }, cancel);
        return ended == 0 ? 0 : keys.Count;
    }

    private static async Task<IReadOnlyList<DynamicParameters>> ChooseAsync(DbConnection connection, KeptTable table, KeptEnd end, DateTimeOffset before)
    {
        var rows = await connection.QueryAsync($"SELECT {table.Key} FROM {table.Name} WHERE {RowEnds.Condition(end)} LIMIT {PerWrite}", new { before });
        return
        [
            .. rows.Select(row =>
            {
                var key = new DynamicParameters();
                foreach (var (name, value) in (IDictionary<string, object>)row) key.Add(name, value);
                key.Add("before", before);
                return key;
            })
        ];
    }
}
