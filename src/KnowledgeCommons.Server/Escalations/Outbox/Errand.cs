namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What another slice has to tell somebody outside, who is neither told of a reader's case nor of a known issue. <paramref name="Kind"/> says who words it;
/// <paramref name="Event"/> is an id that they know. The rest is as with a <see cref="Message"/>; <paramref name="Subject"/> is what a ticket is kept for.
/// </summary>
internal sealed record Errand(
    string Key, string Kind, string Subject, string Event, string Address, ForeignTicket? Ticket = null, bool MayBeThere = false);
