using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Health;

public sealed class RevisionNotesTests : IAsyncLifetime
{
    private const string Words = "The connection is lost when the laptop wakes up from sleep, and the client shows a message that it cannot find its server any more.";
    private readonly TestSite _site = new();

    public Task InitializeAsync() => _site.StartAsync();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_new_revision_is_compared_with_the_one_before_also_after_a_restart()
    {
        await NoteAsync(Words);
        await _site.KillAsync();
        _site.Time.Advance(TimeSpan.FromDays(1));
        await _site.StartAgainAsync();
        await NoteAsync(Words + " Again.");
        await NoteAsync("Something else altogether stands here by now.");
        Assert.Equal([(RevisionChangeRow.Minor, true), (RevisionChangeRow.Rewrite, true)], (await ChangesAsync()).Select(change => (change.Kind, change.IsKnown)));
    }

    [Fact]
    public async Task Where_the_earlier_text_is_not_known_it_counts_as_substantive_and_says_so()
    {
        await _site.PublishAsync(Shelf.Article("vpn", Words));
        await NoteAsync(Words + " Again.");
        await _site.ExecuteAsync("DELETE FROM revision_text");
        await _site.ExecuteAsync("DELETE FROM revision_change");
        await NoteAsync(Words + " And again.");
        var change = Assert.Single(await ChangesAsync());
        Assert.Equal((RevisionChangeRow.Substantive, false, null), (change.Kind, change.IsKnown, change.ChangedShare));
    }

    [Fact]
    public async Task A_declared_rewrite_is_one_however_little_was_changed_and_whichever_was_heard_first()
    {
        await NoteAsync(Words);
        var (early, late) = (Shelf.Article("vpn", Words + " Again."), Shelf.Article("vpn", Words + " And again."));
        await DeclareAsync(early, 12);
        await NoteAsync(early);
        await NoteAsync(late);
        await DeclareAsync(late, 13);
        await DeclareAsync(late, 13);
        Assert.Equal(
            [(early.Revision.Value, RevisionChangeRow.Rewrite, 12L, true), (late.Revision.Value, RevisionChangeRow.Rewrite, 13L, true)],
            (await ChangesAsync()).Select(change => (change.Revision, change.Kind, change.RewriteNumber ?? 0, change.IsKnown)));
    }

    [Fact]
    public async Task An_article_that_goes_and_comes_back_keeps_its_history()
    {
        await NoteAsync(Words);
        await _site.ExecuteAsync("INSERT INTO health_topic (topic, number) VALUES ('', 0); INSERT INTO health_article (article, number, topic, entered) VALUES ('vpn', 0, '', 0)");
        await NotesAsync(Shelf.Library(Shelf.Article("other")));
        _site.Time.Advance(TimeSpan.FromDays(1));
        await NotesAsync(Shelf.Library(Shelf.Article("other")));
        await NotesAsync(Shelf.Library(Shelf.Article("vpn", Words)));
        Assert.Equal([0L, 1L], await _site.QueryAsync<long>("SELECT is_published FROM article_presence WHERE article = 'vpn' ORDER BY at"));
    }

    private Task NoteAsync(string body) => NoteAsync(Shelf.Article("vpn", body));

    private async Task NoteAsync(Article article)
    {
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        await NotesAsync(Shelf.Library(article));
    }

    private Task NotesAsync(Library library) => _site.Services.GetRequiredService<RevisionNotes>().NoteAsync(library, CancellationToken.None);

    private Task DeclareAsync(Article article, long number) => _site.Services.GetRequiredService<Database>().WriteAsync(
        connection => _site.Services.GetRequiredService<RevisionChanges>().DeclareAsync(connection, article.Id, article.Revision.Value, number), CancellationToken.None);

    private Task<List<RevisionChangeRow>> ChangesAsync() => _site.QueryAsync<RevisionChangeRow>("SELECT * FROM revision_change ORDER BY at");
}
