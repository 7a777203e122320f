using Dapper;
using KnowledgeCommons.Server.Demo;
using KnowledgeCommons.Tests.Sources;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Tests.Demo;

public sealed class DemoDataTests : IDisposable
{
    private const int Weeks = 3;

    // What people would see: everything but secrets, ids and what the machine's clock says.
    private static readonly string[] Story =
    [
        "SELECT article || reader || day || revision FROM reading ORDER BY 1",
        "SELECT article || reader || at || answer || COALESCE(reason, '') || COALESCE(text, '') FROM outcome ORDER BY 1",
        "SELECT number || reader || topic || problem || state || opened_at || COALESCE(close_reason, '') FROM help_case ORDER BY number",
        "SELECT source || id || at || COALESCE(reason, '') FROM contact ORDER BY 1",
        "SELECT reader || at || query FROM search ORDER BY 1",
        "SELECT number || slug || state || opened_at FROM rewrite_case ORDER BY number",
        "SELECT article || state || ROUND(bad, 6) || ROUND(excess, 6) FROM article_estimate ORDER BY 1"
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_seed_tells_the_same_story_and_another_seed_another()
    {
        var (one, same, other) = (At("one"), At("same"), At("other"));
        await DemoSite.FillAsync(one, Weeks);
        await DemoSite.FillAsync(same, Weeks);
        await DemoSite.FillAsync(other, Weeks, seed: 2);
        Assert.Equal(Told(one), Told(same));
        Assert.NotEqual(Told(one)[0], Told(other)[0]);
    }

    [Fact]
    public async Task Everything_that_the_product_shows_is_filled_up_to_now_and_nothing_lies_in_the_future()
    {
        await DemoSite.FillAsync(At("data"), Weeks);
        using var connection = Open(At("data"));
        foreach (var table in (string[])["reading", "search", "search_opened", "outcome", "help_case", "case_event", "contact", "contact_link", "article_day", "article_estimate", "case_end", "article_use"])
            Assert.True(connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}") > 0, table);
        var now = DemoSite.Now.ToUnixTimeMilliseconds();
        foreach (var (table, at) in ((string, string)[])[("reading", "first_at"), ("search", "at"), ("outcome", "at"), ("help_case", "opened_at"), ("case_event", "at"), ("contact", "at")])
            Assert.InRange(connection.ExecuteScalar<long>($"SELECT MAX({at}) FROM {table}"), now - (3 * 86_400_000L), now);
        Assert.Equal(0, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task A_demo_that_is_stopped_half_way_is_marked_as_demo_data_all_the_same()
    {
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DemoSite.FillAsync(At("half"), weeks: 100, cancel: stop.Token));
        using var connection = Open(At("half"));
        Assert.Equal((1L, 1L), connection.QuerySingle<(long, long)>("SELECT COUNT(*), SUM(CASE WHEN finished_at IS NULL THEN 1 ELSE 0 END) FROM demo"));
    }

    [Fact]
    public void Only_a_folder_in_which_nothing_lies_may_be_filled()
    {
        Assert.True(DemoData.MayFill(At("new")));
        Directory.CreateDirectory(At("empty"));
        Assert.True(DemoData.MayFill(At("empty")));
        File.WriteAllText(Path.Combine(At("empty"), "knowledge-commons.db"), "");
        Assert.False(DemoData.MayFill(At("empty")));
        Assert.False(DemoData.MayFill(Path.Combine(At("empty"), "knowledge-commons.db")));
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private static SqliteConnection Open(string folder) => new($"Data Source={Path.Combine(folder, "knowledge-commons.db")};Pooling=False");

    private static List<string> Told(string folder)
    {
        using var connection = Open(folder);
        return [.. Story.Select(part => string.Join('\n', connection.Query<string>(part)))];
    }
}
