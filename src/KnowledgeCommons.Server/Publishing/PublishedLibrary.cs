using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>What is published now. One reference: readers take it once per request and keep it.</summary>
internal sealed class PublishedLibrary
{
    private readonly Lock _replacing = new();
    private volatile Library _current = Library.Empty;
    private TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Library Current => _current;

    public void Replace(Library library)
    {
        lock (_replacing)
        {
            _current = library;
            _replaced.SetResult();
            _replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The current library, as soon as it is another than the one given.</summary>
    public async Task<Library> WaitForNewerAsync(Library known, CancellationToken cancel)
    {
        while (true)
        {
            Task replaced;
            lock (_replacing) replaced = _replaced.Task;
            if (!ReferenceEquals(_current, known)) return _current;
            await replaced.WaitAsync(cancel);
        }
    }
    /// <summary>As soon as there is another library than the one given, or the time is up: the current one.</summary>
    public async Task<Library> WaitForNewerAsync(Library known, TimeSpan atMost, TimeProvider time, CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(WaitForNewerAsync(known, waiting.Token), Task.Delay(atMost, time, waiting.Token));
        await waiting.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        return _current;
    }
}
