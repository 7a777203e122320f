namespace KnowledgeCommons.Server.Health;

/// <summary>Days as the tables count them: whole days since 1970 in UTC.</summary>
internal static class EpochDay
{
    private static readonly int First = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static long Of(DateOnly day) => day.DayNumber - First;

    public static DateOnly DateOf(long day) => DateOnly.FromDayNumber((int)day + First);
}
