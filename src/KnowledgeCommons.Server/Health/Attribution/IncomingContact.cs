namespace KnowledgeCommons.Server.Health;

/// <summary>
/// A case or a ticket, as attribution sees it. <paramref name="Readers"/>: the pseudonyms of that person, as far as known. <paramref name="Said"/>: the articles
/// that people said it is about, by address or id, with the revision if it is known.
/// </summary>
internal sealed record IncomingContact(string Source, string Id, string Person, DateTimeOffset At, IReadOnlyList<string> Readers)
{
    public IReadOnlyList<(string Article, string? Revision)> Said { get; init; } = [];

    /// <summary>The problem in their words, to be compared with articles; empty once it was dropped.</summary>
    public string Words { get; init; } = "";

    public string? Reason { get; init; }
    public bool IsStaff { get; init; }

    /// <summary>Of a ticket, how often it had been changed when it was read.</summary>
    public long Version { get; init; }
}
