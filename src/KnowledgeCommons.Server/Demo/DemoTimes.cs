using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Server.Demo;

/// <summary>When things happen in the story: people read by day, and the desk works from nine to five on workdays.</summary>
internal static class DemoTimes
{
    private const double FirstHour = 7.5;
    private const double LastHour = 18;
    private static readonly TimeSpan Opens = TimeSpan.FromHours(9);
    private static readonly TimeSpan Closes = TimeSpan.FromHours(17);

    /// <summary>Some moment of a day's work, most likely in the middle of the morning or the afternoon.</summary>
    public static DateTimeOffset During(DateOnly day, Dice dice)
    {
        var part = (dice.Share() + dice.Share()) / 2;
        return At(day) + TimeSpan.FromSeconds(Math.Round(3600 * (FirstHour + ((LastHour - FirstHour) * part))));
    }

    /// <summary>So long after an instant, in working time as far as its last moment goes.</summary>
    public static DateTimeOffset Work(DateTimeOffset from, TimeSpan later)
    {
        var at = from + later;
        if (at.TimeOfDay > Closes) at = At(DateOnly.FromDateTime(at.UtcDateTime).AddDays(1)) + Opens + ((at.TimeOfDay - Closes) / 8);
        if (at.TimeOfDay < Opens) at = At(DateOnly.FromDateTime(at.UtcDateTime)) + Opens + (at.TimeOfDay / 8);
        while (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) at = at.AddDays(1);
        return at;
    }

    public static DateTimeOffset At(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
