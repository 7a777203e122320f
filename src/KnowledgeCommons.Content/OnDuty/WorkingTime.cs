namespace KnowledgeCommons.Content.OnDuty;

/// <summary>
/// The stretches of real time in which somebody works: their weekly hours by the clock of their zone, without their days off. A clock time that a
/// change of the clocks skips is the moment of the change; of one that comes twice a shift has both. Looks <see cref="DaysAhead"/> days ahead.
/// </summary>
public sealed class WorkingTime(WeeklyHours hours, TimeZoneInfo zone, DaysOff off)
{
    public const int DaysAhead = 400;

    // A shift of 24 hours that began the day before yesterday may still run where a zone has skipped a day.
    private const int DaysBack = 2;

    public TimeZoneInfo Zone => zone;

    /// <summary>The stretches that end after an instant, in order; they never overlap, and one that has begun comes whole.</summary>
    public IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> From(DateTimeOffset at)
    {
        var first = DayOf(at).AddDays(-DaysBack);
        var done = DateTimeOffset.MinValue;
        for (var ahead = 0; ahead <= DaysAhead + DaysBack; ahead++)
        {
            var day = first.AddDays(ahead);
            if (off.Holds(day)) continue;
            foreach (var shift in hours.On(day.DayOfWeek))
            {
                var (start, end) = (Later(ClockTimes.First(zone, day, shift.Start), done), ClockTimes.Last(zone, day, shift.End));
                if (start >= end) continue;
                done = end;
                if (end > at) yield return (start, end);
            }
        }
    }

    public bool IsOn(DateTimeOffset at) => NextStart(at) == at;

    /// <summary>Whether a word at that instant is given within working time; the very end still counts.</summary>
    public bool Admits(DateTimeOffset by) => IsOn(by) || From(by.AddTicks(-1)).Select(stretch => stretch.End == by).FirstOrDefault();

    /// <summary>When they work again; the instant itself when they work then, null when they never do.</summary>
    public DateTimeOffset? NextStart(DateTimeOffset at)
    {
        foreach (var (start, _) in From(at)) return Later(start, at);
        return null;
    }

    /// <summary>When they have worked that long from an instant on, and when the stretch of work that this falls into ends; null when never.</summary>
    public (DateTimeOffset At, DateTimeOffset End)? After(DateTimeOffset at, TimeSpan work)
    {
        foreach (var (start, end) in From(at))
        {
            var begin = Later(start, at);
            if (work <= end - begin) return (begin + work, end);
            work -= end - begin;
        }
        return null;
    }

    /// <summary>Whether days off are what keeps them from working next: an ordinary evening or weekend does not.</summary>
    public bool IsAway(DateTimeOffset at) => !off.IsEmpty && NextStart(at) != new WorkingTime(hours, zone, DaysOff.None).NextStart(at);

    /// <summary>The day off that keeps them from working next; null when none does.</summary>
    public DayOff? WhyAway(DateTimeOffset at) =>
        IsAway(at) && new WorkingTime(hours, zone, DaysOff.None).NextStart(at) is { } ordinary ? off.Find(DayOf(ordinary)) : null;

    /// <summary>How much working time lies between two instants; at most <see cref="DaysAhead"/> days are looked at.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var (start, end) in From(from))
        {
            if (start >= to) break;
            sum += (end < to ? end : to) - Later(start, from);
        }
        return sum;
    }

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one >= other ? one : other;
}
