namespace KnowledgeCommons.Server.Escalations;

/// <summary>What a reader can do with their case. Each is a pure step; words may be null where a tap says enough.</summary>
internal static class ReaderChanges
{
    /// <summary>More words call for the next word. On a closed case they open it again: nobody writes to a case that is over.</summary>
    public static CaseChange Say(CaseRow before, string? words, DateTimeOffset now, PromiseRule rule)
    {
        if (before.IsClosed) return CameBack(before, words, now, rule);
        var after = before with { State = StateWithOwner(before), PromiseBy = before.PromiseBy ?? rule.NextWordBy(now) };
        return new CaseChange(after, [new CaseEventRow { At = now, Kind = CaseEventRow.Said, Words = words }], Audience.Owner);
    }

    public static CaseChange Solved(CaseRow before, string? words, DateTimeOffset now)
    {
        var after = before with { State = CaseState.Closed, PromiseBy = null, SolvedAt = now, ClosedAt = before.ClosedAt ?? now };
        return new CaseChange(after, [new CaseEventRow { At = now, Kind = CaseEventRow.Solved, Words = words }], Audience.Owner);
    }

    /// <summary>Opens the case again with a new promise. That it was closed stays on the timeline.</summary>
    public static CaseChange CameBack(CaseRow before, string? words, DateTimeOffset now, PromiseRule rule)
    {
        var after = before with
        {
            State = StateWithOwner(before),
            PromiseBy = rule.NextWordBy(now),
            SolvedAt = null,
            ClosedAt = null,
            CloseReason = null
        };
        return new CaseChange(after, [new CaseEventRow { At = now, Kind = CaseEventRow.CameBack, Words = words }], Audience.Owner);
    }

    /// <summary>Asks for a call, at a time or (null) as soon as somebody can. It is more to do, so on a closed case it opens it again.</summary>
    public static CaseChange CallMe(CaseRow before, string phone, CallTime? time, DateTimeOffset now, PromiseRule rule)
    {
        var open = before.IsClosed ? CameBack(before, words: null, now, rule) : Say(before, phone, now, rule);
        var after = open.After with { Reach = HelpChoices.Phone, Contact = phone, CallFrom = time?.From, CallUntil = time?.Until };
        var asked = new CaseEventRow { At = now, Kind = CaseEventRow.CallMe, Words = phone, CallFrom = time?.From, CallUntil = time?.Until };
        return new CaseChange(after, [asked], Audience.Owner);
    }

    private static string StateWithOwner(CaseRow before) => before.TakenAt is null ? CaseState.Received : CaseState.Taken;
}
