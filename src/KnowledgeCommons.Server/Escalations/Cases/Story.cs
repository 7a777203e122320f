namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// A case with everything that belongs to it, events in the order they happened. <paramref name="Earlier"/> is the case it repeats.
/// </summary>
public sealed record Story(CaseRow Case, IReadOnlyList<CaseLineRow> Lines, IReadOnlyList<CaseEventRow> Events, CaseRow? Earlier)
{
    /// <summary>What came with the messages, in the order it came.</summary>
    public IReadOnlyList<CaseFileRow> Files { get; init; } = [];
}
