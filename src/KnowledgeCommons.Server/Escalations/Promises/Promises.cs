using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Makes promises, and measures whether they are made well.</summary>
internal sealed class Promises(DutyDesk duty, FirstWords firstWords, SiteClock clock)
{
    private static readonly string[] Words = [CaseEventRow.Answered, CaseEventRow.Asked, CaseEventRow.Promised, CaseEventRow.Closed];

    /// <summary>By when that person gives the next word, within their working hours; of a team, whoever can give it first.</summary>
    public DateTimeOffset NextWordBy(string? owner, string topic) =>
        duty.TimesOf(owner, clock.Now).Min(time => PromiseRule.NextWordBy(time, firstWords.For(topic, clock.Now), clock.Now));

    /// <summary>Notes on a case how long the reader waited, when these entries hold a person's first word to them.</summary>
    public CaseRow Measured(CaseRow after, IEnumerable<CaseEventRow> entries)
    {
        if (after.FirstWordAt is not null || !entries.Any(entry => entry.Who is not null && Words.Contains(entry.Kind))) return after;
        var work = duty.TimesOf(after.Owner, after.OpenedAt)[0].Between(after.OpenedAt, clock.Now);
        return after with { FirstWordAt = clock.Now, FirstWordWork = (long)work.TotalMilliseconds };
    }
}
