using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The steps of cases that are put together, each pure. What one reader said is never on another reader's receipt.</summary>
internal static class MergeChanges
{
    /// <summary>The case gets the owner of the one that it goes into. Its own promise stays; without one it gets the other's.</summary>
    public static CaseChange Into(CaseRow before, CaseRow main, Person me, DateTimeOffset now)
    {
        var after = before with
        {
            Owner = main.Owner,
            OwnerName = main.OwnerName,
            Deputy = main.Deputy,
            TakenAt = main.TakenAt,
            State = main.TakenAt is null ? CaseState.Received : CaseState.Taken
        };
        if (after.PromiseBy is null) after = after.Promising(main.PromiseBy, now);
        var told = new CaseEventRow { At = now, Kind = CaseEventRow.Merged, Who = me.Name, Whom = main.OwnerName, PromiseBy = after.PromiseBy };
        return new CaseChange(after, [told], Addressee.Reader);
    }

    /// <summary>All that the other reader has said so far stands here too, for the desk.</summary>
    public static CaseChange With(CaseRow main, CaseRow other, IEnumerable<string?> said, Person me, DateTimeOffset now) =>
        new(main, [Private(CaseEventRow.MergedIn, me.Name, other, now) with { Words = string.Join('\n', said.Prepend(other.Problem)) }]);

    public static CaseChange Apart(CaseRow before, Person me, DateTimeOffset now) =>
        new(before, [new CaseEventRow { At = now, Kind = CaseEventRow.Separated, Who = me.Name }]);

    public static CaseChange Without(CaseRow main, CaseRow other, Person me, DateTimeOffset now) =>
        new(main, [Private(CaseEventRow.SeparatedOut, me.Name, other, now)]);

    /// <summary>More words call for the next word here as they would there. The owner was told with the step itself.</summary>
    public static CaseChange Heard(CaseRow main, CaseRow other, CaseEventRow said, Keepers keepers, DateTimeOffset now)
    {
        var kind = said.Kind switch
        {
            CaseEventRow.Solved => CaseEventRow.SolvedBeside,
            CaseEventRow.CameBack => CaseEventRow.CameBackBeside,
            _ => CaseEventRow.SaidBeside
        };
        var kept = kind == CaseEventRow.SaidBeside && !main.IsClosed && main.PromiseBy is null ? keepers.NextWord(main) : new Kept(main, []);
        return new CaseChange(kept.Case, [.. kept.PassedOn, Private(kind, other.Name ?? other.Label, other, now) with { Words = said.Words }]);
    }

    private static CaseEventRow Private(string kind, string who, CaseRow other, DateTimeOffset now) =>
        new() { At = now, Kind = kind, Who = who, Whom = other.Label, IsPrivate = 1 };
}
