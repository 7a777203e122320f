namespace KnowledgeCommons.Server.Escalations;

/// <summary>What the reader said about an article before they asked for a person, in words.</summary>
public sealed record PastAnswer(string Id, string Slug, string Words, DateTimeOffset At);
