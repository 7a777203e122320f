namespace KnowledgeCommons.Server.Health;

/// <summary>How many people read the revision on one day (whole days since 1970, UTC), and how often.</summary>
public sealed record ReadingDay
{
    public long Day { get; init; }
    public long Readers { get; init; }
    public long Times { get; init; }

    public DateOnly Date => DateOnly.FromDayNumber((int)Day + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
}
