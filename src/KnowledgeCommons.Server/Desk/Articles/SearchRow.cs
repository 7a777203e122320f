using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Desk;

/// <summary>One line of the searches that led nowhere.</summary>
public sealed record SearchRow(string Query, long Readers, long Searches, bool NothingFound, DateTimeOffset LastAt)
{
    internal static SearchRow Of(FailedSearch failed) => new(failed.Query, failed.Readers, failed.Searches, failed.NothingFound, failed.LastAt);
}
