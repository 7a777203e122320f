using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What stands in the outbox holds no reader's address that whoever has the database alone could read.</summary>
internal sealed class SealedNotices(Addresses addresses, PersonKeys people)
{
    public Notice Seal(Notice notice) => IsForReader(notice) ? notice with { Address = addresses.Seal(notice.Address).Stored } : notice;

    /// <summary>With the address to send to; an empty one where the keys are not those it was sealed with.</summary>
    public Notice Open(Notice notice) => IsForReader(notice) ? notice with { Address = addresses.Open(new SealedAddress(notice.Address)) ?? "" } : notice;

    /// <summary>What a message is known again by: the same for the same address, event and channel.</summary>
    public string KeyOf(string channel, Notice notice) =>
        string.Join('/', channel, notice.Event, notice.Audience, IsForReader(notice) ? people.HashOf(notice.Address) : notice.Address);

    private static bool IsForReader(Notice notice) => notice.Audience is Addressee.Reader;
}
