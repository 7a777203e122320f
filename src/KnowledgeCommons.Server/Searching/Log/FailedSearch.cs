namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Words that <paramref name="Readers"/> different readers searched for, <paramref name="Searches"/> times in all, without opening anything.
/// With <paramref name="NothingFound"/> there was nothing to open.
/// </summary>
internal sealed record FailedSearch(string Query, long Readers, long Searches, bool NothingFound, DateTimeOffset LastAt);
