using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Content.Articles;

/// <summary>A person or a team that answers for articles and helps readers. <paramref name="Members"/> is empty for a person.</summary>
public sealed record Person(string Key, string Name, string Role, string? Email, string? Phone, IReadOnlyList<string> Members)
{
    public bool IsTeam => Members.Count > 0;

    /// <summary>Null: those of their team; where that has none either, they may be asked at any time.</summary>
    public WeeklyHours? Hours { get; init; }

    /// <summary>Null: that of their team, else everybody's.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Null: those of their team, else everybody's.</summary>
    public IReadOnlyList<DayOff>? Holidays { get; init; }

    public IReadOnlyList<DayOff> Absences { get; init; } = [];

    /// <summary>The key of who stands in for this person.</summary>
    public string? Deputy { get; init; }

    /// <summary>The key of who leads this team.</summary>
    public string? Lead { get; init; }

    /// <summary>Topics, by their folders, that they can be asked about.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>The first day on which they no longer work here.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>What they sign in with, as the site's way of signing in tells it; nobody else is taken for them then. Empty when nobody has said.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    public Place? Place { get; init; }
}
