namespace KnowledgeCommons.Server.Escalations;

/// <summary>Something the reader looked for, and the slugs of what they opened from the results.</summary>
public sealed record PastSearch(string Id, string Query, DateTimeOffset At, IReadOnlyList<string> Opened);
