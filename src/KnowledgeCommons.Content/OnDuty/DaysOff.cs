namespace KnowledgeCommons.Content.OnDuty;

/// <summary>All days off of one person. From <paramref name="LeftOn"/> on they work no more.</summary>
public sealed record DaysOff(IReadOnlyList<DayOff> Days, DateOnly? LeftOn)
{
    public static DaysOff None { get; } = new([], LeftOn: null);

    public bool IsEmpty => Days.Count == 0 && LeftOn is null;

    public bool Holds(DateOnly day) => day >= LeftOn || Find(day) is not null;

    /// <summary>Why that day is off; null when it is not, and after somebody left.</summary>
    public DayOff? Find(DateOnly day)
    {
        foreach (var off in Days)
            if (off.Holds(day)) return off;
        return null;
    }
}
