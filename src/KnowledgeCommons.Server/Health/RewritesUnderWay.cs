using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Health;

/// <summary>Tells the search, once a minute and with each publication, which articles are being rewritten and by whom.</summary>
internal sealed class RewritesUnderWay(FlagAnswers answers, PublishedLibrary published, HitRemarks remarks, ILogger<RewritesUnderWay> log, TimeProvider time)
    : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private Library _told = Library.Empty;

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        var library = await published.WaitForNewerAsync(_told, Pause, Time, cancel);
        remarks.ReplaceRewriters(await answers.RewritersAsync(library, cancel));
        _told = library;
    }
}
