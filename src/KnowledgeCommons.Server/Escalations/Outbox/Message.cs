namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What a channel tells: the event, for whom, with the story as it is now. <paramref name="Key"/> is the same at every attempt, so that a
/// receiver can know a message that it has already.
/// </summary>
internal sealed record Message(string Key, Audience Audience, string Address, Story Story, CaseEventRow Event);
