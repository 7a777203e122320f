using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// All rewrite cases. A change, its timeline entry, what Health has to know and the messages about it are one transaction: when a method returns they are
/// on disk.
/// </summary>
internal sealed class RewriteCases(Database database, RewriteEvidence evidence, RewriteNews news, Outbox outbox, AuditBook audit, SiteClock clock)
{
    /// <summary>Null when there is none with this number.</summary>
    public Task<RewriteStory?> FindByNumberAsync(long number, CancellationToken cancel) => database.ReadAsync(async connection =>
        await RewriteBook.FindByNumberAsync(connection, number) is { } found ? await RewriteBook.StoryAsync(connection, found) : null, cancel);

    /// <summary>The article's case that is not settled, else its newest; null when it never had one.</summary>
    public Task<RewriteCase?> OfAsync(Article article, CancellationToken cancel) =>
        database.ReadAsync(connection => RewriteBook.OfArticleAsync(connection, article.Id), cancel);

    /// <summary>All in these states, oldest first.</summary>
    public Task<IReadOnlyList<RewriteCase>> InAsync(IReadOnlyList<string> states, CancellationToken cancel) =>
        database.ReadAsync(connection => RewriteBook.InAsync(connection, states), cancel);

    /// <summary>
    /// Opens a case about the article's present version, unless it has one that is not settled, which is returned then. <paramref name="by"/> and
    /// <paramref name="because"/> are null when a flag opens it; a hand that opens one raises the flag.
    /// </summary>
    public async Task<RewriteCase> OpenAsync(Article article, Person? owner, string? by, string? because, CancellationToken cancel)
    {
        var sentence = await evidence.SentenceAsync(article, cancel);
        var opened = await database.WriteAsync(async connection =>
        {
            if (await RewriteBook.OfArticleAsync(connection, article.Id) is { IsUnsettled: true } present) return present;
            var fresh = New(article, owner, by, because, sentence) with { Number = await CaseNumbers.TakeAsync(connection) };
            await RewriteBook.InsertAsync(connection, fresh);
            var entry = new RewriteEvent { CaseId = fresh.Id, At = clock.Now, Kind = RewriteEvent.Opened, Who = by, Words = because, Revision = fresh.Revision };
            await RewriteBook.AddEventAsync(connection, entry);
            if (by is not null && because is not null) await evidence.RaiseAsync(connection, fresh, because, by);
            await news.ForForgeAsync(connection, fresh, entry);
            return fresh;
        }, cancel);
        outbox.Wake();
        return opened;
    }

    /// <summary>Takes one step from the case as it is at that moment; false when the step has no meaning then, and nothing is changed.</summary>
    public async Task<bool> ChangeAsync(string id, Func<RewriteCase, RewriteChange?> step, CancellationToken cancel)
    {
        var isDone = await database.WriteAsync(async connection => await ChangeAsync(connection, id, step), cancel);
        outbox.Wake();
        return isDone;
    }

    /// <summary>The same inside a transaction that is under way.</summary>
    public async Task<bool> ChangeAsync(DbConnection connection, string id, Func<RewriteCase, RewriteChange?> step)
    {
        if (await RewriteBook.FindAsync(connection, id) is not { } before || step(before) is not { } change) return false;
        var entry = change.Event with { CaseId = id };
        await RewriteBook.UpdateAsync(connection, change.After);
        await RewriteBook.AddEventAsync(connection, entry);
        if (entry is { Kind: RewriteEvent.Declined, Who: { } who }) await audit.AddAsync(connection, AuditKind.Declined, who, id);
        await evidence.TakeAsync(connection, change.After, entry);
        await news.ForPersonAsync(connection, change.Tell, entry);
        await news.ForForgeAsync(connection, change.After, entry);
        return true;
    }

    private RewriteCase New(Article article, Person? owner, string? by, string? because, string sentence) => new()
    {
        Id = Guid.CreateVersion7(clock.Now).ToString(),
        Article = article.Id,
        Slug = article.Slug.Value,
        Title = article.Title,
        Revision = article.Revision.Value,
        OpenedAt = clock.Now,
        OpenedBy = by,
        Because = because,
        Evidence = sentence,
        Owner = owner?.Key,
        OwnerName = owner?.Name ?? evidence.NobodyNamed
    };
}
