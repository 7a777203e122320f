using Dapper;
using KnowledgeCommons.Server.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Tests.Storage;

public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kc-db-").FullName;
    private readonly SqliteDatabase _database;

    public GroupCommitTests() => _database = new SqliteDatabase(Path.Combine(_folder, "test.db"), TimeProvider.System);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task CreateAsync() => _database.WriteAsync(connection => connection.ExecuteAsync("CREATE TABLE word (text TEXT PRIMARY KEY)"), CancellationToken.None);

    private Task AddAsync(string text) =>
        _database.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO word (text) VALUES (@text)", new { text }), CancellationToken.None);

    private Task<long> CountAsync() =>
        _database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM word"), CancellationToken.None);

    [Fact]
    public async Task What_was_acknowledged_is_seen_by_the_next_question()
    {
        await CreateAsync();
        await AddAsync("one");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_change_that_fails_takes_no_other_with_it()
    {
        await CreateAsync();
        var changes = Enumerable.Range(0, 500).Select(number => AddAsync($"{number % 400}")).ToList();
        await Task.WhenAll(changes.Select(change => change.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal(400, changes.Count(change => change.IsCompletedSuccessfully));
        Assert.Equal(400, await CountAsync());
    }

    [Fact]
    public async Task A_change_that_fails_half_way_leaves_nothing_behind()
    {
        await CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("INSERT INTO word (text) VALUES ('half')");
            throw new InvalidOperationException("A fault in the change itself.");
        }, CancellationToken.None));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_locked_database_says_that_nothing_was_saved_and_works_again_afterwards()
    {
        await CreateAsync();
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(_folder, "test.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await other.ExecuteAsync("BEGIN IMMEDIATE");
            await Assert.ThrowsAsync<NotSavedException>(() => AddAsync("one"));
            await other.ExecuteAsync("ROLLBACK");
        }
        await AddAsync("two");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_full_disk_says_that_nothing_was_saved()
    {
        await CreateAsync();
        await _database.WriteAsync(connection => connection.ExecuteAsync("PRAGMA max_page_count = 8"), CancellationToken.None);
        await Assert.ThrowsAsync<NotSavedException>(() => AddAsync(new string('x', 100_000)));
        await AddAsync("small");
        Assert.Equal(1, await CountAsync());
    }
}
