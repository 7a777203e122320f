namespace KnowledgeCommons.Content.OnDuty;

/// <summary>
/// How a day off comes back: every <see cref="Interval"/> years on the same day or, with <see cref="Weekday"/>, on the n-th such weekday of the
/// month (n below 0 counts from its end), at most <see cref="Count"/> times and not after <see cref="Until"/>.
/// </summary>
public sealed record YearlyRule
{
    private const int DaysOfWeek = 7;

    public int Interval { get; init; } = 1;
    public int? Count { get; init; }
    public DateOnly? Until { get; init; }
    public (int Nth, DayOfWeek Day)? Weekday { get; init; }

    /// <summary>The day in that year; null where there is none: 29 February, a fifth Monday, or outside the rule.</summary>
    public DateOnly? StartIn(int year, DateOnly first)
    {
        var passed = year - first.Year;
        if (passed < 0 || passed % Interval != 0 || passed / Interval >= Count) return null;
        return DayIn(year, first) is { } day && day >= first && !(day > Until) ? day : null;
    }

    private DateOnly? DayIn(int year, DateOnly first)
    {
        var length = DateTime.DaysInMonth(year, first.Month);
        if (Weekday is not { } weekday) return first.Day <= length ? new DateOnly(year, first.Month, first.Day) : null;
        var edge = new DateOnly(year, first.Month, weekday.Nth > 0 ? 1 : length);
        var day = weekday.Nth > 0
            ? 1 + Ahead(edge.DayOfWeek, weekday.Day) + ((weekday.Nth - 1) * DaysOfWeek)
            : length - Ahead(weekday.Day, edge.DayOfWeek) + ((weekday.Nth + 1) * DaysOfWeek);
        return day >= 1 && day <= length ? new DateOnly(year, first.Month, day) : null;
    }

    private static int Ahead(DayOfWeek from, DayOfWeek to) => ((int)to - (int)from + DaysOfWeek) % DaysOfWeek;
}
