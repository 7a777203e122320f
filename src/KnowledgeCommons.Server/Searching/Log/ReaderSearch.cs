namespace KnowledgeCommons.Server.Searching;

/// <summary>A search of one reader; <paramref name="Opened"/> are the slugs of the hits they opened, in that order.</summary>
internal sealed record ReaderSearch(string Id, string Query, DateTimeOffset At, long Total, IReadOnlyList<string> Opened);
