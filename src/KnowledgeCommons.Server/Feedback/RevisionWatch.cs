using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Notes the revisions of each library as it is published.</summary>
internal sealed class RevisionWatch(PublishedLibrary published, RevisionsSeen seen, ILogger<RevisionWatch> log, TimeProvider time)
    : RepeatingWork(log, time)
{
    private Library _remembered = Library.Empty;

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        var newer = await published.WaitForNewerAsync(_remembered, cancel);
        await seen.RememberAsync(newer, _remembered, cancel);
        _remembered = newer;
    }
}
