using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>What is held now, table by table, and when the next of it ends.</summary>
internal sealed class KeptReport(Database database, Periods periods)
{
    public Task<IReadOnlyList<KeptReportRow>> AllAsync(CancellationToken cancel) => database.ReadAsync<IReadOnlyList<KeptReportRow>>(async connection =>
    {
        var rows = new List<KeptReportRow>();
        foreach (var table in KeptTables.All)
        {
            var count = await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table.Name}");
            var oldest = table.At is { } at ? await connection.ExecuteScalarAsync<DateTimeOffset?>($"SELECT MIN({at}) FROM {table.Name}") : null;
            var next = table.Ends.Count > 0 && table.At is { } age
                ? await connection.ExecuteScalarAsync<DateTimeOffset?>($"SELECT MIN({age}) FROM {table.Name} WHERE {string.Join(" OR ", table.Ends.Select(end => $"({end.Due})"))}", new { before = DateTimeOffset.MaxValue })
                : null;
            var holds = table.Columns.Select(column => column.Holds).Where(holds => holds is not Holds.Nothing).Distinct().Order().ToList();
            rows.Add(new KeptReportRow(table.Name, count, holds, oldest, next + table.Ends.Select(end => periods.Of(end.After)).DefaultIfEmpty().Min()));
        }
        return rows;
    }, cancel);
}
