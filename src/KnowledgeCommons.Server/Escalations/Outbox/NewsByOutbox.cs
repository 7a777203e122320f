using System.Data.Common;
using KnowledgeCommons.Server.KnownIssues;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Puts the changes of known issues into the outbox, one row for each address and channel that reaches it.</summary>
internal sealed class NewsByOutbox(Outbox outbox, IEnumerable<IChannel> channels) : INewsCarrier
{
    public bool IsSetUp => channels.Any(channel => channel.BringsNews);

    public async Task AddAsync(DbConnection connection, string change, IReadOnlyList<string> addresses)
    {
        foreach (var channel in channels.Where(channel => channel.BringsNews))
            foreach (var address in addresses)
                await outbox.AddAsync(connection, channel.Name, Notice.OfNews(change, address));
    }

    public void Wake() => outbox.Wake();
}
