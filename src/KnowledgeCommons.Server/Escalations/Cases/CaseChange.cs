namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// One step of a case: what it is like afterwards, the entries on its timeline, and who hears of the last of them.
/// <see cref="ReaderChanges"/> and <see cref="DeskChanges"/> make them; <see cref="Cases"/> keeps them.
/// </summary>
internal sealed record CaseChange(CaseRow After, IReadOnlyList<CaseEventRow> Events, params IReadOnlyList<Addressee> Tell)
{
    /// <summary>What came with the last of the entries.</summary>
    public IReadOnlyList<CaseFileRow> Files { get; init; } = [];
}
