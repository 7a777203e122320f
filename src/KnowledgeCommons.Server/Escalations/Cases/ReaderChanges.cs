namespace KnowledgeCommons.Server.Escalations;

/// <summary>What a reader can do with their case. Each is a pure step; words may be null where a tap says enough.</summary>
internal static class ReaderChanges
{
    /// <summary>More words call for the next word. On a closed case they open it again: nobody writes to a case that is over.</summary>
    public static CaseChange Say(CaseRow before, string words, DateTimeOffset now, Keepers keepers)
    {
        if (before.IsClosed) return CameBack(before, words, now, keepers);
        var kept = before.PromiseBy is null ? keepers.NextWord(before) : new Kept(before, []);
        var after = kept.Case with { State = StateWithOwner(kept.Case) };
        return new CaseChange(after, [.. kept.PassedOn, new CaseEventRow { At = now, Kind = CaseEventRow.Said, Words = words }], Audience.Owner);
    }

    public static CaseChange Solved(CaseRow before, string? words, DateTimeOffset now)
    {
        var after = before.Promising(null, now) with { State = CaseState.Closed, Misses = 0, SolvedAt = now, ClosedAt = before.ClosedAt ?? now };
        return new CaseChange(after, [new CaseEventRow { At = now, Kind = CaseEventRow.Solved, Words = words }], Audience.Owner);
    }

    /// <summary>Opens the case again with a new promise. That it was closed stays on the timeline.</summary>
    public static CaseChange CameBack(CaseRow before, string? words, DateTimeOffset now, Keepers keepers)
    {
        var kept = keepers.NextWord(before);
        var after = kept.Case with
        {
            State = StateWithOwner(kept.Case),
            Misses = 0,
            SolvedAt = null,
            ClosedAt = null,
            CloseReason = null
        };
        return new CaseChange(after, [.. kept.PassedOn, new CaseEventRow { At = now, Kind = CaseEventRow.CameBack, Words = words }], Audience.Owner);
    }

    private static string StateWithOwner(CaseRow before) => before.TakenAt is null ? CaseState.Received : CaseState.Taken;
}
