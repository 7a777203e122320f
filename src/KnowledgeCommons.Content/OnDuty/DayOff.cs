namespace KnowledgeCommons.Content.OnDuty;

/// <summary>
/// Days on which nobody or one person works, both ends included. A holiday has a <paramref name="Name"/>; an absence has none, because why
/// somebody is away is nobody's business.
/// </summary>
public sealed record DayOff(DateOnly From, DateOnly To, string? Name)
{
    /// <summary>Null: once only.</summary>
    public YearlyRule? EveryYear { get; init; }

    /// <summary>Beginnings that do not take place after all.</summary>
    public IReadOnlySet<DateOnly> Except { get; init; } = new HashSet<DateOnly>();

    public bool Holds(DateOnly day) =>
        EveryYear is null ? Covers(From, day) : StartsIn(day.Year, day) || StartsIn(day.Year - 1, day);

    private bool StartsIn(int year, DateOnly day) => year >= 1 && EveryYear?.StartIn(year, From) is { } start && Covers(start, day);

    private bool Covers(DateOnly start, DateOnly day) =>
        day >= start && day.DayNumber - start.DayNumber <= To.DayNumber - From.DayNumber && !Except.Contains(start);
}
