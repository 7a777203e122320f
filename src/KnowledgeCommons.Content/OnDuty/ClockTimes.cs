namespace KnowledgeCommons.Content.OnDuty;

/// <summary>The instants of a time on the clock, also on the days when clocks are changed.</summary>
public static class ClockTimes
{
    /// <summary>The first instant at which the clock shows it, or would have: a skipped time is the moment of the change.</summary>
    public static DateTimeOffset First(TimeZoneInfo zone, DateOnly day, int minutes) => At(zone, day, minutes, earlier: true);

    /// <summary>The last instant at which the clock shows it; a skipped time is the moment of the change.</summary>
    public static DateTimeOffset Last(TimeZoneInfo zone, DateOnly day, int minutes) => At(zone, day, minutes, earlier: false);

    private static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, int minutes, bool earlier)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        if (zone.IsInvalidTime(local)) return Change(zone, local);
        var offset = zone.IsAmbiguousTime(local) && zone.GetAmbiguousTimeOffsets(local) is var both
            ? earlier ? both.Max() : both.Min()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateTimeOffset Change(TimeZoneInfo zone, DateTime skipped)
    {
        var before = skipped;
        while (zone.IsInvalidTime(before)) before = before.AddMinutes(-1);
        return new DateTimeOffset(before, zone.GetUtcOffset(before)).ToUniversalTime().AddMinutes(1);
    }
}
