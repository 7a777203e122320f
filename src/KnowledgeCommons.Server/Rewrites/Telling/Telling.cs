using System.Data.Common;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// Closes the loop: everybody who complained hears what became of it, once. Who is told, what stands on their receipts, the mails and that it is done are one
/// transaction: a server that dies in the middle has told nobody, and another one tells all.
/// </summary>
internal sealed class Telling(
    Database database, ToldChanges changes, RewriteNews news, Outbox outbox, Addresses addresses, PublishedLibrary published, SiteClock clock)
{
    /// <summary>How many would hear now.</summary>
    public Task<WhoHears> PreviewAsync(RewriteCase about, CancellationToken cancel) => database.ReadAsync(
        async connection => WhoHears.Of(
            await Complainers.OfAsync(connection, about, clock.Now), news.Mails, await Complainers.TicketsAsync(connection, about, clock.Now)), cancel);

    /// <summary>Tells all about every case whose time for that has come.</summary>
    public async Task TellDueAsync(CancellationToken cancel)
    {
        var due = await database.ReadAsync(connection => RewriteBook.ToTellAsync(connection, clock.Now), cancel);
        foreach (var id in due) await database.WriteAsync(connection => TellAsync(connection, id), cancel);
        if (due.Count > 0) outbox.Wake();
    }

    private async Task TellAsync(DbConnection connection, string id)
    {
        if (await RewriteBook.FindAsync(connection, id) is not { ToldAt: null, TellAt: not null } about || about.TellAt > clock.Now) return;
        var all = await Complainers.OfAsync(connection, about, clock.Now);
        foreach (var one in all) await TellAsync(connection, about, one);
        await RewriteBook.UpdateAsync(connection, about with { ToldAt = clock.Now });
        await RewriteBook.AddEventAsync(connection, new RewriteEvent { CaseId = id, At = clock.Now, Kind = RewriteEvent.Told, Percent = all.Count });
    }

    private async Task TellAsync(DbConnection connection, RewriteCase about, Complainer one)
    {
        var told = Told(about, one);
        if (!await changes.AddAsync(connection, told, one.Receipts) || addresses.Open(one.Contact) is not { } contact || !ContactAddress.IsEmail(contact)) return;
        await news.MailAsync(connection, ToldLetters.KindOfMail, told.Id, contact);
    }

    private ToldChange Told(RewriteCase about, Complainer one)
    {
        var article = published.Whole.FindById(about.Article);
        return new ToldChange
        {
            Id = Guid.CreateVersion7(clock.Now).ToString(),
            About = about.Telling,
            Reader = one.Reader,
            Article = about.Article,
            Slug = article?.Slug.Value ?? about.Slug,
            Title = article?.Title ?? about.Title,
            Revision = about.Answer ?? article?.Revision.Value ?? about.Revision,
            Kind = about.State switch { RewriteState.Declined => ToldChange.Declined, RewriteState.Closed => ToldChange.Service, _ => ToldChange.Changed },
            ToldUs = one.ToldUs,
            Words = about.ChangeWords ?? "",
            Who = about.ChangedBy ?? about.OwnerName,
            At = clock.Now
        };
    }
}
