using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Looks after rewrite cases with each publication and once a minute: what was published, what is flagged, what is proven, who is to be told.</summary>
internal sealed class RewriteWatch(
    PublishedLibrary published, Declarations declarations, FlagOpening flags, Proving proving, Telling telling, SaidNo saidNo, WeeklyMail weekly,
    ILogger<RewriteWatch> log, TimeProvider time) : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private Library _looked = Library.Empty;

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await LookAsync(cancel);
        await published.WaitForNewerAsync(_looked, Pause, Time, cancel);
    }

    /// <summary>Everything once, in the order in which one leads to the other.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var library = published.Whole;
        if (!ReferenceEquals(library, Library.Empty))
        {
            if (!ReferenceEquals(library, _looked)) await declarations.LookAsync(library, cancel);
            await flags.OpenAllAsync(library, cancel);
            await proving.JudgeAllAsync(library, cancel);
            await proving.FadeAllAsync(library, cancel);
            await telling.TellDueAsync(cancel);
            await saidNo.NoteAsync(cancel);
            await weekly.SendDueAsync(library, cancel);
        }
        _looked = library;
    }
}
