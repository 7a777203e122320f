using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Sources;

/// <summary>Where articles come from: a folder or a git repository.</summary>
public abstract class ContentSource
{
    /// <summary>
    /// Asks for news (git: fetches) and lists what is there now.
    /// Throws <see cref="ContentSourceException"/> with a sentence for the desk when it cannot be reached or read.
    /// </summary>
    public abstract Task<ContentSnapshot> LookAsync(CancellationToken cancel);

    /// <summary>The bytes of the files, in the order asked for. A file that vanished meanwhile is left out.</summary>
    public abstract IAsyncEnumerable<(SourceFile File, byte[] Bytes)> ReadAsync(ContentSnapshot snapshot, IReadOnlyList<SourceFile> files, CancellationToken cancel);

    /// <summary>Returns when there may be news: a folder's watcher fired, or the time to poll has come. Waking early is harmless.</summary>
    public abstract Task WaitForNewsAsync(CancellationToken cancel);
}
