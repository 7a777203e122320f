namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What a channel tells: the event, for whom, with the story as it is now. <paramref name="Key"/> is the same at every attempt, so that a
/// receiver can know a message that it has already. <paramref name="Ticket"/>: what the channel calls the case, once it has told us.
/// <paramref name="MayBeThere"/>: an earlier attempt may have arrived without our hearing of it.
/// </summary>
internal sealed record Message(
    string Key, Addressee Audience, string Address, Story Story, CaseEventRow Event, ForeignTicket? Ticket = null, bool MayBeThere = false);
