using System.Diagnostics;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>
/// Source → library → gate → index → swap → fresh pages. One publication at a time; whatever fails on the way leaves what was published as it is.
/// </summary>
internal sealed class Publisher(
    ContentSource source, LibraryBuilder builder, PreparedStore store, ISearchEngine engine, PublishedLibrary published, PublishingStatus status,
    SourceName name, PageCache pages, TimeProvider time, ILogger<Publisher> log) : RepeatingWork(log, time)
{
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource _firstLook = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyDictionary<string, PreparedArticle> _prepared = new Dictionary<string, PreparedArticle>();

    /// <summary>The site opens with its articles: the first publication is waited for, but not for ever (a first clone may be long).</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(_firstLook.Task, Task.Delay(PatienceAtStart, cancellationToken));
    }

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await LookAsync(cancel);
        _firstLook.TrySetResult();
        await source.WaitForNewsAsync(cancel);
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            var snapshot = await source.LookAsync(cancel);
            if (snapshot.Version == status.Version && engine.Holds == status.Version) status.Reached();
            else await PublishAsync(snapshot, cancel);
        }
        catch (ContentSourceException failure)
        {
            log.SourceFailed(failure.Message);
            if (!status.HasPublished && await source.LastKnownAsync(cancel) is { } known) await PublishAsync(known, cancel);
            status.Failed(failure.Message, Time.GetUtcNow());
        }
    }

    private async Task PublishAsync(ContentSnapshot snapshot, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        if (_prepared.Count == 0) _prepared = store.Load(name.Value);
        var built = await builder.BuildAsync(source, snapshot, _prepared, cancel);
        var change = LibraryChanges.Between(published.Whole, built, engine.Holds);
        var indexed = engine.ApplyAsync(change, cancel);
        store.Save(name.Value, _prepared, built.Prepared);
        await indexed;

        _prepared = built.Prepared;
        // In between, a page may come from either library: then only those share it who belong to the same groups.
        pages.Renew(PageCache.OfSameGroups);
        published.Replace(built.Library);
        status.Published(snapshot.Version, built.Findings, Time.GetUtcNow());
        pages.Renew(built.Library.EditionOf);
        log.Published(built.Library.Articles.Count, snapshot.Version, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, change.Changed.Count, built.Findings.Count);
    }
}
