using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Storage;

/// <summary>Reader data in one SQLite file with a write-ahead log; a commit is synced to disk before it is acknowledged.</summary>
internal sealed class SqliteDatabase(string file, TimeProvider time) : Database
{
    private const int SecondsToWaitForALock = 5;
    private const int MostTries = 10;
    private const int MillisecondsForReaders = 200;

    // SQLite's own two are too few for imports and the night's work, which write all over the file: pages would be written and read again and again.
    private const int MegabytesForWriting = 16;
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = SecondsToWaitForALock
    }.ToString();
    private readonly Lock _opening = new();
    private GroupCommit? _writer;

    /// <summary>False: a commit does not wait for the disk. Only for what can be made again.</summary>
    public bool IsDurable { get; init; } = true;

    public override async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancel);
        return await ask(connection);
    }

    public override Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> change, CancellationToken cancel) => Writer().AddAsync(change, cancel);

    public override Task MigrateAsync(CancellationToken cancel) => WriteAsync(connection => Migrations.ApplyAsync(connection, time), cancel);

    public override IReadOnlyList<string> Files => [file, file + "-wal", file + "-journal"];

    public override async Task TidyAsync(CancellationToken cancel, bool rewritten = false)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancel);
        // Somebody who still reads an older state keeps the log from being emptied; they are done in a moment, and writers wait no longer than that.
        await connection.ExecuteAsync($"PRAGMA busy_timeout = {MillisecondsForReaders}");
        if (rewritten) await connection.ExecuteAsync("VACUUM");
        for (var tried = 0; tried < MostTries && await connection.QueryFirstAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)") != 0; tried++) cancel.ThrowIfCancellationRequested();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
    }

    private GroupCommit Writer()
    {
        lock (_opening) return _writer ??= new GroupCommit(OpenForWriting());
    }

    private SqliteConnection OpenForWriting()
    {
        try
        {
            var connection = new SqliteConnection(_connectionString);
            connection.Open();
            connection.Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(IsDurable ? "FULL" : "OFF")}; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -{MegabytesForWriting * 1024};");
            return connection;
        }
        catch (SqliteException broken)
        {
            throw new NotSavedException("The database could not be opened.", broken);
        }
    }
}
