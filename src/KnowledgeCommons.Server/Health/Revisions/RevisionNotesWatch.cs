using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Health;

/// <summary>Notes the changes of each library as it is published.</summary>
internal sealed class RevisionNotesWatch(PublishedLibrary published, RevisionNotes notes, ILogger<RevisionNotesWatch> log, TimeProvider time) : RepeatingWork(log, time)
{
    private Library _noted = Library.Empty;

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        var newer = await published.WaitForNewerAsync(_noted, cancel);
        await notes.NoteAsync(newer, cancel);
        _noted = newer;
    }
}
