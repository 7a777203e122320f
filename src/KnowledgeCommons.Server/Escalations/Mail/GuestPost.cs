using System.Data.Common;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Puts a guest's mail into the outbox.</summary>
internal sealed class GuestPost(Outbox outbox, ReachByMail mail) : IGuestPost
{
    public bool IsSetUp => mail.IsSetUp;

    public Task AddAsync(DbConnection connection, string id, string address, DateTimeOffset until) =>
        outbox.AddAsync(connection, MailChannel.ChannelName, Notice.OfLetter(GuestLetters.KindOfMail, id, address), until);

    public void Wake() => outbox.Wake();
}
