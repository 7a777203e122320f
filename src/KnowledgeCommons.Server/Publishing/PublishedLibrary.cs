using System.Collections.Frozen;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>What is published now. One reference: readers take it once per request and keep it.</summary>
internal sealed class PublishedLibrary(IHttpContextAccessor? requests = null)
{
    private readonly Lock _replacing = new();
    private volatile Library _current = Library.Empty;
    private TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All of it, for work that the site does by itself. What is shown to somebody comes from <see cref="Seen"/>; a test lists who may ask here.</summary>
    public Library Whole => _current;

    /// <summary>
    /// What whoever sent the request that is being answered may see; what everybody may see where there is no request, as in a mail. Whatever is shown to
    /// people comes from here.
    /// </summary>
    public Library Seen => _current.For(Clearance);

    /// <summary>Of whoever sent the request that is being answered; that of everybody where there is no request.</summary>
    public Clearance Clearance => requests?.HttpContext?.Visitor().Clearance ?? Clearance.Public;

    /// <summary>What everybody may see, whoever they are.</summary>
    public Library Public => _current.For(Clearance.Public);

    /// <summary>The permanent ids of articles that whoever sent the request may not see: rows about them have to look as if there were none.</summary>
    public IReadOnlySet<string> Hidden => IdsBut(_current, Seen);

    /// <summary>The keys of topics in which there is nothing for whoever sent the request.</summary>
    public IReadOnlySet<string> HiddenTopics => Seen is var seen && ReferenceEquals(seen, _current)
        ? FrozenSet<string>.Empty
        : _current.Topics.Select(topic => topic.Key).Where(key => seen.FindTopic(key) is null).ToHashSet();

    public People People => _current.People;

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

    private static IReadOnlySet<string> IdsBut(Library whole, Library seen) => ReferenceEquals(whole, seen)
        ? FrozenSet<string>.Empty
        : whole.Articles.Select(article => article.Id).Except(seen.Articles.Select(article => article.Id)).ToHashSet();
}
