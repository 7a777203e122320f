using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>By when a reader gets the next word.</summary>
internal static class PromiseRule
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Middling = TimeSpan.FromHours(4);

    /// <summary>
    /// <paramref name="work"/> of somebody's working time from now, rounded up to a step that people say (5, 15 or 30 minutes), but never beyond the
    /// stretch of work it falls into. Of somebody who never works it is real time.
    /// </summary>
    public static DateTimeOffset NextWordBy(WorkingTime time, TimeSpan work, DateTimeOffset now)
    {
        if (time.After(now, work) is not { } done) return RoundUp(now + work, StepOf(work));
        var rounded = RoundUp(done.At, StepOf(work));
        return rounded < done.End ? rounded : done.End;
    }

    private static TimeSpan StepOf(TimeSpan work) => TimeSpan.FromMinutes(work <= Short ? 5 : work <= Middling ? 15 : 30);

    private static DateTimeOffset RoundUp(DateTimeOffset instant, TimeSpan step) =>
        new((instant.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks, TimeSpan.Zero);
}
