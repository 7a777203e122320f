namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// By when a reader gets the next word: <paramref name="firstWord"/> of working time from now, rounded up to the quarter hour,
/// never outside working hours. Working days are Monday to Friday, in the given time zone.
/// </summary>
internal sealed class PromiseRule(TimeSpan firstWord, TimeOnly from, TimeOnly to, TimeZoneInfo zone)
{
    private static readonly long Quarter = TimeSpan.FromMinutes(15).Ticks;

    public DateTimeOffset NextWordBy(DateTimeOffset now)
    {
        var left = firstWord;
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).Date); ; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            var (start, end) = (Later(now, At(day, from)), At(day, to));
            if (start >= end) continue;
            if (left <= end - start) return Earlier(RoundUp(start + left), end);
            left -= end - start;
        }
    }

    // Working out the offset first also answers for a clock time that a daylight-saving change skips.
    private DateTimeOffset At(DateOnly day, TimeOnly clock)
    {
        var local = day.ToDateTime(clock);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset RoundUp(DateTimeOffset instant) =>
        new((instant.UtcTicks + Quarter - 1) / Quarter * Quarter, TimeSpan.Zero);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one <= other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one >= other ? one : other;
}
