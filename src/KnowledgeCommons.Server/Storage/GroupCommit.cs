using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Storage;

/// <summary>
/// One writer for SQLite: changes that arrive while the disk is busy share the next commit. Each change runs in a savepoint of its own,
/// so one that fails takes no other with it, and each is acknowledged only after the commit is on disk.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MostPerCommit = 256;
    private const int ConstraintViolated = SQLitePCL.raw.SQLITE_CONSTRAINT;
    private readonly Channel<Change> _waiting = Channel.CreateBounded<Change>(
        new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly Task _writing;

    public GroupCommit(SqliteConnection connection)
    {
        _connection = connection;
        _writing = Task.Run(WriteAllAsync);
    }

    public async Task<T> AddAsync<T>(Func<DbConnection, Task<T>> change, CancellationToken cancel)
    {
        var waiting = new Change<T>(change);
        await _waiting.Writer.WriteAsync(waiting, cancel);
        return await waiting.Saved;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        await _connection.DisposeAsync();
    }

    private async Task WriteAllAsync()
    {
        var together = new List<Change>(MostPerCommit);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            try
            {
                await _connection.ExecuteAsync("BEGIN IMMEDIATE");
                await RunWaitingAsync(together);
                await _connection.ExecuteAsync("COMMIT");
                together.ForEach(change => change.Acknowledge());
            }
            catch (SqliteException broken)
            {
                await RefuseAsync(together, broken);
            }
            together.Clear();
        }
    }

    private async Task RunWaitingAsync(List<Change> together)
    {
        while (together.Count < MostPerCommit && _waiting.Reader.TryRead(out var change))
        {
            together.Add(change);
            await _connection.ExecuteAsync("SAVEPOINT one");
            var succeeded = await change.RunAsync(_connection);
            await _connection.ExecuteAsync(succeeded ? "RELEASE one" : "ROLLBACK TO one; RELEASE one");
        }
    }

    // SQLite may already have rolled back by itself (a full disk does); a second ROLLBACK would be an error.
    private async Task RefuseAsync(List<Change> together, SqliteException broken)
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0) await _connection.ExecuteAsync("ROLLBACK");
        while (together.Count < MostPerCommit && _waiting.Reader.TryRead(out var change)) together.Add(change);
        together.ForEach(change => change.Refuse(new NotSavedException("The database could not save this.", broken)));
    }

    private abstract class Change
    {
        public abstract Task<bool> RunAsync(SqliteConnection connection);
        public abstract void Acknowledge();
        public abstract void Refuse(NotSavedException why);
    }

    private sealed class Change<T>(Func<DbConnection, Task<T>> change) : Change
    {
        private readonly TaskCompletionSource<T> _saved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task<T>? _outcome;

        public Task<T> Saved => _saved.Task;

        public override async Task<bool> RunAsync(SqliteConnection connection)
        {
            _outcome = change(connection);
            await ((Task)_outcome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return _outcome.IsCompletedSuccessfully;
        }

        public override void Acknowledge()
        {
            if (_outcome is { Exception.InnerException: SqliteException { SqliteErrorCode: not ConstraintViolated } broken })
                Refuse(new NotSavedException("The database could not save this.", broken));
            else if (_outcome is not null)
                _saved.TrySetFromTask(_outcome);
        }

        public override void Refuse(NotSavedException why) => _saved.TrySetException(why);
    }
}
