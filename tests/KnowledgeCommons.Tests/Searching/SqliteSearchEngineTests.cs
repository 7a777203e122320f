using Dapper;
using KnowledgeCommons.Server.Searching;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeCommons.Tests.Searching;

public sealed class SqliteSearchEngineTests : SearchEngineContractOfAudiences
{
    private string IndexPath => Path.Combine(Folder, "search.db");

    private protected override ISearchEngine Open(string folder) =>
        new SqliteSearchEngine(Path.Combine(folder, "search.db"), NullLogger<SqliteSearchEngine>.Instance);

    public static TheoryData<string, Action<string>> Unusable => new()
    {
        { "no database", file => File.WriteAllText(file, "this is no database, but longer than the header of one, so that it is looked at: " + new string('x', 4000)) },
        { "an empty file", file => File.WriteAllBytes(file, []) },
        { "cut off", file => File.WriteAllBytes(file, File.ReadAllBytes(file)[..5000]) },
        { "another program's", file => Change(file, "PRAGMA application_id = 7") },
        { "an older schema", file => Change(file, "PRAGMA user_version = 0") },
        { "without version", file => Change(file, "DELETE FROM held") },
        { "without tables", file => Change(file, "DROP TABLE article") },
        { "overwritten in the middle", file => Overwrite(file) }
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public Task A_file_that_cannot_be_used_is_made_anew(string what, Action<string> spoil) => IsMadeAnewAsync(what, () => spoil(IndexPath));

    [Fact]
    public async Task A_file_that_somebody_else_has_locked_is_put_aside()
    {
        (await FilledAsync(Shelved.Article("a", "Printer", "Text.")) as IDisposable)?.Dispose();
        using var other = new SqliteConnection($"Data Source={IndexPath};Pooling=False");
        other.Open();
        other.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM held");
        var engine = Engine();
        Assert.Null(engine.Holds);
        await engine.ApplyAsync(Shelved.Whole("v2", Shelved.Article("b", "Printer", "Text.")), CancellationToken.None);
        Assert.Equal(["b"], engine.Search(new("printer")).Slugs());
    }

    [Fact]
    public async Task A_file_that_was_never_finished_is_no_hindrance()
    {
        await File.WriteAllTextAsync(IndexPath + ".new", "half");
        var engine = await FilledAsync(Shelved.Article("a", "Printer", "Text."));
        Assert.Equal(["a"], engine.Search(new("printer")).Slugs());
        Assert.False(File.Exists(IndexPath + ".new"));
    }

    private static void Change(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Execute(sql);
    }

    private static void Overwrite(string file)
    {
        var bytes = File.ReadAllBytes(file);
        Array.Fill(bytes, (byte)0xA5, 8192, bytes.Length - 8192);
        File.WriteAllBytes(file, bytes);
    }
}
