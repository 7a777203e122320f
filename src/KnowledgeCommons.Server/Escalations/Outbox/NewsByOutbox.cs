using System.Data.Common;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Puts the changes of known issues, and proposals of new ones, into the outbox: one row for each address and channel that reaches it.</summary>
internal sealed class NewsByOutbox(Outbox outbox, DutyDesk duty, IEnumerable<IChannel> channels, SiteClock clock) : INewsCarrier
{
    public bool IsSetUp => channels.Any(channel => channel.BringsNews);

    public async Task AddAsync(DbConnection connection, string change, IReadOnlyList<string> addresses)
    {
        foreach (var channel in channels.Where(channel => channel.BringsNews))
            foreach (var address in addresses)
                await outbox.AddAsync(connection, channel.Name, Notice.OfNews(change, address));
    }

    public async Task<string> ProposeAsync(DbConnection connection, string proposal)
    {
        var next = duty.ResponderFor("", clock.Now);
        foreach (var channel in channels.Where(channel => channel.InsteadOf is null))
            foreach (var address in channel.AddressesOnDuty(next.Key).Distinct())
                await outbox.AddAsync(connection, channel.Name, Notice.OfProposal(proposal, address));
        return next.Name;
    }

    public void Wake() => outbox.Wake();
}
