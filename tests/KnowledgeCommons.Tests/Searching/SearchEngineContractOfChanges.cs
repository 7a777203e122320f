using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>How an index follows the library.</summary>
public abstract class SearchEngineContractOfChanges : SearchEngineContract
{
    [Fact]
    public async Task A_changed_article_is_found_by_its_new_words_only()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Old printer", "Old words."), Shelved.Article("b", "Scanner", "Text."));
        await engine.ApplyAsync(Shelved.Change("v2", [Shelved.Article("a", "New projector", "Fresh text.")]), CancellationToken.None);
        Assert.Equal("v2", engine.Holds);
        Assert.Equal(0, engine.Search(new("printer")).Total);
        Assert.Equal(["a"], engine.Search(new("projector")).Slugs());
        Assert.Equal(["New projector"], engine.Suggest("proj", 5).Select(found => found.Title));
        Assert.Empty(engine.Suggest("print", 5));
        Assert.Equal(["b"], engine.Search(new("scanner")).Slugs());
    }

    [Fact]
    public async Task A_removed_article_is_gone_and_a_renamed_one_is_found_at_its_new_address()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer", "Text."), Shelved.Article("b", "Scanner", "Text."));
        await engine.ApplyAsync(Shelved.Change("v2", [Shelved.Article("c", "Scanner", "Text.")], "a", "b"), CancellationToken.None);
        Assert.Equal(0, engine.Search(new("printer")).Total);
        Assert.Equal(["c"], engine.Search(new("scanner")).Slugs());
        Assert.Equal(["c"], engine.Suggest("scan", 5).Select(found => found.Slug.Value));
    }

    [Fact]
    public async Task Removing_what_is_not_there_does_no_harm()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer", "Text."));
        await engine.ApplyAsync(Shelved.Change("v2", [], "never/was"), CancellationToken.None);
        Assert.Equal("v2", engine.Holds);
        Assert.Equal(1, engine.Search(new("printer")).Total);
    }

    [Fact]
    public async Task A_whole_library_takes_the_place_of_the_former_one()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer", "Text."));
        await engine.ApplyAsync(Shelved.Whole("v2", Shelved.Article("b", "Scanner", "Text.")), CancellationToken.None);
        Assert.Equal("v2", engine.Holds);
        Assert.Equal(0, engine.Search(new("printer")).Total);
        Assert.Equal(["b"], engine.Search(new("scanner")).Slugs());
    }

    [Fact]
    public async Task Drafts_and_retired_articles_are_not_found()
    {
        var engine = await FilledAsync(
            Shelved.Article("a", "Printer", "Text.").With(article => article with { Status = ArticleStatus.Draft }),
            Shelved.Article("b", "Printer", "Text."));
        Assert.Equal(["b"], engine.Search(new("printer")).Slugs());
        await engine.ApplyAsync(Shelved.Change("v2", [Shelved.Article("b", "Printer", "Text.").With(article => article with { Status = ArticleStatus.Retired })]), CancellationToken.None);
        Assert.Equal(0, engine.Search(new("printer")).Total);
    }

    [Fact]
    public async Task A_restart_finds_the_index_as_it_was()
    {
        var before = await FilledAsync(Shelved.Article("a", "Printer", "Text."));
        await before.ApplyAsync(Shelved.Change("v2", [Shelved.Article("b", "Scanner", "Text.")]), CancellationToken.None);
        (before as IDisposable)?.Dispose();
        var after = Engine();
        Assert.Equal("v2", after.Holds);
        Assert.Equal(["a"], after.Search(new("printer")).Slugs());
        Assert.Equal(["b"], after.Search(new("scanner")).Slugs());
    }

    [Fact]
    public async Task A_change_that_is_broken_off_leaves_the_index_as_it_was()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer", "Text."));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var change = Shelved.Change("v2", [Shelved.Article("a", "Scanner", "Text.")]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.ApplyAsync(change, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.ApplyAsync(change with { IsWhole = true }, stop.Token));
        Assert.Equal("v1", engine.Holds);
        Assert.Equal(["a"], engine.Search(new("printer")).Slugs());
    }

    [Fact]
    public async Task A_difference_to_an_index_that_is_not_complete_is_refused()
    {
        var change = Shelved.Change("v2", [Shelved.Article("a", "Printer", "Text.")]);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Engine().ApplyAsync(change, CancellationToken.None));
        Assert.Equal("The search index is not complete: it has to be given the whole library.", refused.Message);
    }

    [Fact]
    public async Task Answers_go_on_while_the_index_changes()
    {
        var engine = await FilledAsync([.. Enumerable.Range(0, 300).Select(n => Shelved.Article($"a{n}", $"Printer {n}", "Paper jam."))]);
        using var done = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var asked = 0;
            for (; !done.IsCancellationRequested; asked++) Assert.InRange(engine.Search(new("printer jam")).Total, 299, 301);
            return asked;
        })).ToList();
        for (var n = 0; n < 10; n++)
        {
            await engine.ApplyAsync(Shelved.Change($"c{n}", [Shelved.Article("a0", $"Printer new {n}", "Paper jam.")]), CancellationToken.None);
            if (n % 5 == 4) await engine.ApplyAsync(Shelved.Whole($"w{n}", [.. Enumerable.Range(0, 300).Select(m => Shelved.Article($"a{m}", "Printer", "Jam."))]), CancellationToken.None);
        }
        await done.CancelAsync();
        Assert.All(await Task.WhenAll(asking), asked => Assert.True(asked > 0));
    }
}
