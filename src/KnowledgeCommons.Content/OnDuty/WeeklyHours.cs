namespace KnowledgeCommons.Content.OnDuty;

/// <summary>When somebody works in an ordinary week, by their own clock. A shift belongs to the day on which it begins.</summary>
public sealed class WeeklyHours
{
    private const int DaysOfWeek = 7;
    private readonly Shift[][] _byDay;

    /// <summary><paramref name="shifts"/> answers for each day of the week; overlapping shifts count once.</summary>
    public WeeklyHours(Func<DayOfWeek, IEnumerable<Shift>> shifts) =>
        _byDay = [.. Enumerable.Range(0, DaysOfWeek).Select(day => shifts((DayOfWeek)day).OrderBy(shift => shift.Start).ToArray())];

    /// <summary>Day and night: what counts for a person of whom no hours are known.</summary>
    public static WeeklyHours Always { get; } = new(_ => [new Shift(0, Shift.MinutesOfDay)]);

    public static WeeklyHours OnWorkdays(TimeOnly from, TimeOnly to) => new(day =>
        day is DayOfWeek.Saturday or DayOfWeek.Sunday ? [] : [new Shift(Minutes(from), Minutes(to))]);

    public IReadOnlyList<Shift> On(DayOfWeek day) => _byDay[(int)day];

    private static int Minutes(TimeOnly clock) => (clock.Hour * 60) + clock.Minute;
}
