namespace KnowledgeCommons.Server.Health;

/// <summary>What became of the tickets that were sent; <paramref name="Accepted"/> counts new ones and those that were known as they are.</summary>
internal sealed record ContactsReply(long Accepted, long Updated, IReadOnlyList<RefusedContact> Refused);

/// <summary>A ticket that was left out: its place in the array, from 0, and why, as a sentence.</summary>
internal sealed record RefusedContact(int Index, string Why);
