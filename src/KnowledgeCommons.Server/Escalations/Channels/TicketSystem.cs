namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// A system where each case has one ticket, and each later event becomes an entry in it. Before anything is sent a second time, the system is
/// asked whether the first attempt has arrived.
/// </summary>
internal abstract class TicketSystem(string name, ChannelSettings settings, Briefs briefs) : Follower(name, settings, briefs)
{
    public override async Task<Delivery> DeliverAsync(Message message, CancellationToken cancel)
    {
        if (message.Ticket is { } ticket)
        {
            if (message.Event.Kind == CaseEventRow.Opened) return new Delivery.Delivered();
            var brief = Briefs.Change(message);
            return (message.MayBeThere ? await FindEntryAsync(ticket, brief, cancel) : null) ?? await AddEntryAsync(ticket, brief, message, cancel);
        }
        var opening = Briefs.Opening(message);
        return (message.MayBeThere ? await FindAsync(message.Story.Case, opening, cancel) : null) ?? await OpenAsync(opening, message, cancel);
    }

    /// <summary>The ticket that was opened for the case; null when there is none; a failure when that cannot be told.</summary>
    protected abstract Task<Delivery?> FindAsync(CaseRow subject, Brief brief, CancellationToken cancel);

    /// <summary>Opens a ticket and says what it is called.</summary>
    protected abstract Task<Delivery> OpenAsync(Brief brief, Message message, CancellationToken cancel);

    /// <summary>Delivered when the entry is in the ticket; null when it is not; a failure when that cannot be told.</summary>
    protected abstract Task<Delivery?> FindEntryAsync(ForeignTicket ticket, Brief brief, CancellationToken cancel);

    protected abstract Task<Delivery> AddEntryAsync(ForeignTicket ticket, Brief brief, Message message, CancellationToken cancel);

    /// <summary>Whether the list that the system answered with holds our mark.</summary>
    protected static Delivery? Marked(Reply reply, Brief brief) => reply switch
    {
        Reply.Ok ok => ok.Data.ToJsonString().Contains(brief.Mark, StringComparison.Ordinal) ? new Delivery.Delivered() : null,
        Reply.Failed failed => failed.Outcome,
        _ => null
    };

    /// <summary>The key under which a case is opened: the same for every message of the case.</summary>
    protected string KeyOf(CaseRow subject) => $"{Name}/{subject.Id}";

    protected static Delivery NoTicketIn(string host) => new Delivery.TryLater($"{host} did not say what it calls the ticket.");
}
