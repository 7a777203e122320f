namespace KnowledgeCommons.Content.OnDuty;

/// <summary>
/// A stretch of working time in minutes after the midnight that begins its day. <paramref name="Start"/> is from 0 to 1439;
/// <paramref name="End"/> is later, by 24 hours at most, and above 1440 where the stretch runs into the next day.
/// </summary>
public readonly record struct Shift(int Start, int End)
{
    public const int MinutesOfDay = 24 * 60;
}
