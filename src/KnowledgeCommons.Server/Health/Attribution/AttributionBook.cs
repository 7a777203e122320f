using System.Data.Common;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Attributes what came in or changed: cases opened here and tickets from elsewhere, a few hundred a transaction.</summary>
internal sealed class AttributionBook(Database database, Attribution attribution, StaffPeople staff, TimeProvider time)
{
    private const int PerWrite = 200;
    private const int MostRounds = 25;

    /// <summary>How alike texts have to be; fitted from time to time.</summary>
    public Relatedness Relatedness { get; set; } = Relatedness.Usual;

    /// <summary>Attributes what waits, at most some thousand contacts at once. True when there may be more.</summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        for (var round = 0; round < MostRounds; round++)
            if (await CasesAsync(cancel) + await TicketsAsync(cancel) == 0) return false;
        return true;
    }

    /// <summary>The next few hundred cases that were opened or changed; how many they were. Cheap when there are none.</summary>
    public async Task<int> CasesAsync(CancellationToken cancel)
    {
        var (cases, number, last, links) = await database.ReadAsync(async connection =>
        {
            var mark = await HealthMark.NumberAsync(connection, HealthMark.CasesByNumber) ?? 0;
            var @event = await HealthMark.FindAsync(connection, HealthMark.CasesByEvent) ?? "";
            var (changed, newest, lastEvent) = await CaseContacts.ChangedSinceAsync(connection, mark, @event, staff);
            return (changed, newest == mark && lastEvent == @event ? -1 : newest, lastEvent, await LinksAsync(connection, changed));
        }, cancel);
        if (number < 0) return 0;
        await database.WriteAsync(async connection =>
        {
            foreach (var (contact, its) in cases.Zip(links)) await LinkBook.ReplaceAsync(connection, contact.Source, contact.Id, its);
            foreach (var contact in cases.Where(contact => contact.IsStaff)) await LinkBook.RecountAnsweredAsync(connection, contact.Readers);
            await HealthMark.SetAsync(connection, HealthMark.CasesByNumber, number);
            await HealthMark.SetAsync(connection, HealthMark.CasesByEvent, last);
        }, cancel);
        return Math.Max(1, cases.Count);
    }

    private async Task<int> TicketsAsync(CancellationToken cancel)
    {
        var (tickets, links) = await database.ReadAsync(async connection =>
        {
            var waiting = await TicketContacts.WaitingAsync(connection, PerWrite);
            return (waiting, await LinksAsync(connection, waiting));
        }, cancel);
        if (tickets.Count == 0) return 0;
        await database.WriteAsync(async connection =>
        {
            foreach (var (ticket, its) in tickets.Zip(links))
            {
                await LinkBook.ReplaceAsync(connection, ticket.Source, ticket.Id, its);
                await TicketContacts.DoneAsync(connection, ticket, time.GetUtcNow());
            }
        }, cancel);
        return tickets.Count;
    }

    // Outside of the transaction: comparing texts takes longer than writing.
    private async Task<List<IReadOnlyList<ContactLink>>> LinksAsync(DbConnection connection, IReadOnlyList<IncomingContact> contacts)
    {
        var links = new List<IReadOnlyList<ContactLink>>();
        foreach (var contact in contacts) links.Add(await attribution.OfAsync(connection, contact, Relatedness));
        return links;
    }
}
