using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;
using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>A case with the promise that somebody keeps from now on, and, when that is somebody else than before, the entry that says so.</summary>
internal sealed record Kept(CaseRow Case, IReadOnlyList<CaseEventRow> PassedOn);

/// <summary>Somebody is away until <paramref name="Back"/> (null: longer than can be foreseen), or for good.</summary>
internal sealed record Absence(DateTimeOffset? Back, bool IsForGood)
{
    /// <summary>Whether a promise for that time cannot be kept.</summary>
    public bool Breaks(DateTimeOffset? promise) => IsForGood || (promise is { } by && !(Back <= by));
}

/// <summary>Who gives the next word on a case: its owner, or whoever is next on duty when the owner is away, has left, or would be much later.</summary>
internal sealed class Keepers(DutyDesk duty, DutyWords words, Promises promises, SiteClock clock)
{
    /// <summary>Promises the next word anew.</summary>
    public Kept NextWord(CaseRow before) => StandIn(before) is { } turn
        ? PassOn(before with { PromiseBy = null }, turn)
        : new Kept(before.Promising(promises.NextWordBy(before.Owner, before.Topic), clock.Now), []);

    /// <summary>Null while the person is not away; an ordinary evening is no absence.</summary>
    public Absence? AbsenceOf(string owner) => duty.Find(owner) is { } person && duty.IsAway(person, clock.Now)
        ? new Absence(duty.BackOf(owner, clock.Now)?.At, duty.HasLeft(person, clock.Now))
        : null;

    /// <summary>
    /// Whether somebody else has to give the next word: the owner cannot by the time that was promised, or only much later than whoever stands in.
    /// </summary>
    public bool MustPassOn(CaseRow open, Absence absence) => StandIn(open) is { } turn
        && (absence.Breaks(open.PromiseBy) || promises.NextWordBy(turn.Who.Key, open.Topic) + Rota.Grace < open.PromiseBy);

    /// <summary>Gives the case to whoever is next on duty. The promise goes along when it falls into
    /// their working time and they would not be quicker; else there is a new one.</summary>
    public CaseChange PassOn(CaseRow before)
    {
        if (StandIn(before) is not { } turn) return new CaseChange(before, []);
        var kept = PassOn(before, turn);
        return new CaseChange(kept.Case, kept.PassedOn, Addressee.Owner, Addressee.Reader);
    }

    // For somebody who is away, or whose next word would come much later than that of whoever is on duty.
    private Turn? StandIn(CaseRow open)
    {
        if (duty.Find(open.Owner) is not { IsTeam: false } owner || duty.TurnFor(open.Topic, clock.Now) is not { From: not null } turn || turn.Who.Key == owner.Key) return null;
        return duty.IsAway(owner, clock.Now) || promises.NextWordBy(turn.Who.Key, open.Topic) + Rota.Patience < promises.NextWordBy(owner.Key, open.Topic) ? turn : null;
    }

    private Kept PassOn(CaseRow before, Turn turn)
    {
        var now = clock.Now;
        var given = before with
        {
            Owner = turn.Who.Key,
            OwnerName = turn.Who.Name,
            Deputy = turn.Deputy?.Key,
            State = before.State == CaseState.Taken ? CaseState.Received : before.State,
            TakenAt = null
        };
        var next = promises.NextWordBy(given.Owner, given.Topic);
        var keeps = before.PromiseBy is { } promise && promise > now && promise <= next && duty.TimesOf(given.Owner, now).Any(time => time.Admits(promise));
        if (!keeps) given = given.Promising(next, now);
        var why = duty.Find(before.Owner) is { } owner ? words.WhyPassedOn(owner, promises.NextWordBy(owner.Key, before.Topic), now) : null;
        var entry = new CaseEventRow { At = now, Kind = CaseEventRow.PassedOn, Who = before.OwnerName, Whom = turn.Who.Name, Words = why, PromiseBy = given.PromiseBy };
        return new Kept(given, [entry]);
    }
}
