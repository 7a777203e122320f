namespace KnowledgeCommons.Server.Searching;

/// <summary>What waits to be written.</summary>
internal abstract record LogEntry;

internal sealed record KeptSearch(string Id, string Reader, DateTimeOffset At, string Query, string Words, string Hits, long Total) : LogEntry;

internal sealed record OpenedHit(string Search, string Reader, string Slug, DateTimeOffset At) : LogEntry;
