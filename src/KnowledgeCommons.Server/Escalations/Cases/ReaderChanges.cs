using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What a reader can do with their case. Each is a pure step; words may be null where a tap says enough.</summary>
internal static class ReaderChanges
{
    /// <summary>More words call for the next word. On a closed case they open it again: nobody writes to a case that is over.</summary>
    public static CaseChange Say(CaseRow before, string? words, DateTimeOffset now, Keepers keepers)
    {
        if (before.IsClosed) return CameBack(before, words, now, keepers);
        var kept = before.PromiseBy is null ? keepers.NextWord(before) : new Kept(before, []);
        var after = kept.Case with { State = StateWithOwner(kept.Case) };
        return new CaseChange(after, [.. kept.PassedOn, new CaseEventRow { At = now, Kind = CaseEventRow.Said, Words = words }], Addressee.Owner);
    }

    public static CaseChange Solved(CaseRow before, string? words, DateTimeOffset now)
    {
        var after = before.Promising(null, now) with { State = CaseState.Closed, Misses = 0, SolvedAt = now, ClosedAt = before.ClosedAt ?? now };
        return new CaseChange(after, [new CaseEventRow { At = now, Kind = CaseEventRow.Solved, Words = words }], Addressee.Owner);
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
        return new CaseChange(after, [.. kept.PassedOn, new CaseEventRow { At = now, Kind = CaseEventRow.CameBack, Words = words }], Addressee.Owner);
    }

    /// <summary>Asks for a call, at a time or (null) as soon as somebody can. It is more to do, so on a closed case it opens it again. The timeline only tells how the number ends.</summary>
    public static CaseChange CallMe(CaseRow before, string ending, SealedAddress phone, CallTime? time, DateTimeOffset now, Keepers keepers)
    {
        var open = before.IsClosed ? CameBack(before, words: null, now, keepers) : Say(before, ending, now, keepers);
        var after = open.After with { Reach = HelpChoices.Phone, Contact = phone, CallFrom = time?.From, CallUntil = time?.Until };
        var asked = new CaseEventRow { At = now, Kind = CaseEventRow.CallMe, Words = ending, CallFrom = time?.From, CallUntil = time?.Until };
        return new CaseChange(after, [.. open.Events.SkipLast(1), asked], Addressee.Owner);
    }

    private static string StateWithOwner(CaseRow before) => before.TakenAt is null ? CaseState.Received : CaseState.Taken;
}
