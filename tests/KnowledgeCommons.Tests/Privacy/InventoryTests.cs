using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Tests.Feedback;

namespace KnowledgeCommons.Tests.Privacy;

public sealed class InventoryTests : IAsyncLifetime
{
    private readonly TestSite _site = new();

    public Task InitializeAsync() => _site.StartAsync();
    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_table_and_column_of_the_database_has_its_entry_and_no_other_has()
    {
        var there = await _site.QueryAsync<string>(
            "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'");
        Assert.Equal(there.Order(StringComparer.Ordinal), KeptTables.All.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keys_ages_and_conditions_are_those_of_the_tables()
    {
        foreach (var table in KeptTables.All)
        {
            Assert.Equal(await _site.QueryAsync<string>($"SELECT name FROM pragma_table_info('{table.Name}') WHERE pk > 0 ORDER BY pk"), table.Name is "demo" ? [] : table.KeyColumns);
            foreach (var end in table.Ends)
                await _site.ExecuteAsync($"EXPLAIN {RowEnds.Statement(table, end.Set)} WHERE {RowEnds.Condition(end)}", new { before = 0L });
            if (table.At is { } at) await _site.QueryAsync<long?>($"SELECT MIN({at}) FROM {table.Name}");
        }
    }

    [Fact]
    public void What_is_of_readers_has_an_end_or_belongs_to_an_account()
    {
        var endless = KeptTables.All.Where(table => table.Ends.Count == 0 && table.Columns.Any(column => column.IsOfReaders)).Select(table => table.Name);
        Assert.Equal(["account"], endless);
    }

    [Fact]
    public void What_is_of_readers_can_be_forgotten()
    {
        var kept = KeptTables.All.Where(table => table.Theirs is null && table.Columns.Any(column => column.IsOfReaders)).Select(table => table.Name);
        Assert.Empty(kept);
    }
}
