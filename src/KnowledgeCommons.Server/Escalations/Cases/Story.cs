namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// A case with everything that belongs to it, events in the order they happened. <paramref name="Earlier"/> is the case it repeats.
/// </summary>
public sealed record Story(CaseRow Case, IReadOnlyList<CaseLineRow> Lines, IReadOnlyList<CaseEventRow> Events, CaseRow? Earlier)
{
    /// <summary>An earlier case from the same address; only whoever reads that address's mails is asked whether it is the same problem.</summary>
    public CaseRow? SameAs { get; init; }

    /// <summary>What came with the messages, in the order it came.</summary>
    public IReadOnlyList<CaseFileRow> Files { get; init; } = [];
}
