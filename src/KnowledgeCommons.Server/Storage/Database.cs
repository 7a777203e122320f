using System.Data.Common;

namespace KnowledgeCommons.Server.Storage;

/// <summary>The one place where reader data lives. A slice passes in what to ask or change; connections and transactions are kept here.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>Runs questions on a connection of its own; sees everything that was acknowledged before.</summary>
    public abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancel);

    /// <summary>
    /// Runs all statements of <paramref name="change"/> in one transaction and returns once they are on disk.
    /// Throws <see cref="NotSavedException"/> when the disk is full, broken or locked by someone else; an exception of
    /// <paramref name="change"/> itself undoes its own statements only.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> change, CancellationToken cancel);

    public Task WriteAsync(Func<DbConnection, Task> change, CancellationToken cancel) =>
        WriteAsync(async connection => { await change(connection); return true; }, cancel);

    /// <summary>
    /// What was deleted is not in the database's files any more: neither in its log nor, when the whole is <paramref name="rewritten"/>, anywhere else. Rewriting
    /// holds writers up for as long as it takes.
    /// </summary>
    public abstract Task TidyAsync(CancellationToken cancel, bool rewritten = false);

    /// <summary>The files in which it all lies.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>Creates or updates the tables. Called once, before anything else.</summary>
    public abstract Task MigrateAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
