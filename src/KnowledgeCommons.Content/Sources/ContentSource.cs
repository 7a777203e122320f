using System.Threading.Channels;

namespace KnowledgeCommons.Content.Sources;

/// <summary>Where articles come from: a folder or a git repository.</summary>
public abstract class ContentSource : IDisposable
{
    // Holds at most one ring: waking a source that is already awake changes nothing.
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>
    /// Asks for news (git: fetches) and lists what is there now.
    /// Throws <see cref="ContentSourceException"/> with a sentence for the desk when it cannot be reached or read.
    /// </summary>
    public abstract Task<ContentSnapshot> LookAsync(CancellationToken cancel);

    /// <summary>
    /// What this source held when it was last reached, without asking for news: for a start while the remote is away.
    /// Null when nothing is kept; throws <see cref="ContentSourceException"/> when what is kept cannot be read.
    /// </summary>
    public virtual Task<ContentSnapshot?> LastKnownAsync(CancellationToken cancel) => Task.FromResult<ContentSnapshot?>(null);

    /// <summary>
    /// The bytes of the files, in the order asked for. A file that vanished meanwhile is left out; one that changed meanwhile
    /// comes with the hash and size of the bytes that were read.
    /// </summary>
    public abstract IAsyncEnumerable<(SourceFile File, byte[] Bytes)> ReadAsync(ContentSnapshot snapshot, IReadOnlyList<SourceFile> files, CancellationToken cancel);

    /// <summary>The commits that led from one version to a later one, for a source that has any. It throws nothing but cancellation.</summary>
    public virtual Task<SourceCommits> CommitsBetweenAsync(string former, string present, CancellationToken cancel) => Task.FromResult(SourceCommits.None);

    /// <summary>Returns when there may be news: a folder's watcher fired, or the time to poll has come. Waking early is harmless.</summary>
    public abstract Task WaitForNewsAsync(CancellationToken cancel);

    /// <summary>There may be news now: the wait that is pending returns at once, or else the next one does.</summary>
    public void Wake() => _bell.Writer.TryWrite(true);

    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Returns when somebody calls <see cref="Wake"/>, or after <paramref name="longest"/>.</summary>
    protected async Task WaitForBellAsync(TimeSpan longest, TimeProvider time, CancellationToken cancel)
    {
        using var timeIsUp = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeIsUp.Token, cancel);
        try
        {
            await _bell.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The time to poll has come.
        }
    }
}
