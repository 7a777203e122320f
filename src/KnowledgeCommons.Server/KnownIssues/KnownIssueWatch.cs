using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>Looks at the known issues with each publication and twice a minute: what files say, what others wrote, and what time has changed.</summary>
internal sealed class KnownIssueWatch(KnownIssueNews news, PublishedLibrary published, ILogger<KnownIssueWatch> log, TimeProvider time) : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(10);
    private readonly TaskCompletionSource _firstLook = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The site opens with its known issues.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(_firstLook.Task, Task.Delay(PatienceAtStart, cancellationToken));
    }

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        var library = published.Whole;
        await news.LookAsync(cancel);
        _firstLook.TrySetResult();
        await published.WaitForNewerAsync(library, Pause, Time, cancel);
    }
}
