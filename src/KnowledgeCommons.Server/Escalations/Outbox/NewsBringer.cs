using System.Data.Common;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Words what is no case at the moment it is sent: changes of known issues for those they affect, and proposals for whoever is on duty.</summary>
internal sealed class NewsBringer(Database database, NewsReaders readers, NewsLetters letters)
{
    public async Task<Delivery> BringAsync(IChannel channel, OutboxRow row, Notice notice, CancellationToken cancel)
    {
        var (about, letter) = await database.ReadAsync(connection => notice.IsProposal ? ProposalAsync(connection, notice) : ChangeAsync(connection, notice), cancel);
        return letter switch
        {
            null when about is null => new Delivery.Refused("The known issue is no longer here."),
            // They said "no more mails about this" while it waited.
            null => new Delivery.Delivered(),
            _ => await channel.DeliverAsync(new News(row.IdempotencyKey, notice.Address, about ?? notice.Event, letter), cancel)
        };
    }

    private async Task<(string? About, Letter? Letter)> ChangeAsync(DbConnection connection, Notice notice)
    {
        if (await KnownIssueBook.FindChangeAsync(connection, notice.Event) is not { } change) return (null, null);
        return (change.Issue, await readers.WantsAsync(connection, change.Issue, notice.Address) ? letters.Of(change, notice.Address) : null);
    }

    private async Task<(string? About, Letter? Letter)> ProposalAsync(DbConnection connection, Notice notice) =>
        await Proposals.FindAsync(connection, notice.Event) is { } proposal ? (proposal.Id, letters.Of(proposal)) : (null, null);
}
