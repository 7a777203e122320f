using System.Globalization;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Between which instants somebody wants to be called. Made of a day (today when it is empty) and two clock times in the site's time zone.</summary>
internal sealed record CallTime(DateTimeOffset From, DateTimeOffset Until)
{
    private const string Day = "yyyy-MM-dd";
    private static readonly string[] Clocks = ["HH:mm", "HH:mm:ss"];
    private static readonly TimeSpan FarthestAhead = TimeSpan.FromDays(60);

    /// <summary>A time that is meant and can be kept; null when none was said, or one that <see cref="Wrong"/> names.</summary>
    public static CallTime? Of(TypedCall typed, SiteClock clock) => Wrong(typed, clock) is null ? Read(typed, clock) : null;

    /// <summary>The key of the sentence that says what keeps the time from being kept; null when nothing does.</summary>
    public static string? Wrong(TypedCall typed, SiteClock clock) =>
        typed.IsEmpty ? null
        : Read(typed, clock) is not { } read ? "help.error.call"
        : read.From >= read.Until ? "help.error.callorder"
        : read.Until <= clock.Now || read.From > clock.Now + FarthestAhead ? "help.error.calltime"
        : null;

    private static CallTime? Read(TypedCall typed, SiteClock clock)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.Now, clock.Zone).Date);
        var day = typed.On.Length == 0 ? today
            : DateOnly.TryParseExact(typed.On, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : (DateOnly?)null;
        return day is { Year: > 1 and < 9999 } on && Clock(typed.From) is { } from && Clock(typed.Until) is { } until
            ? new CallTime(At(on, from, clock.Zone), At(on, until, clock.Zone))
            : null;
    }

    private static TimeOnly? Clock(string typed) =>
        TimeOnly.TryParseExact(typed, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock : null;

    // Working out the offset first also answers for a clock time that a daylight-saving change skips.
    private static DateTimeOffset At(DateOnly day, TimeOnly clock, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(clock);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>The three fields as typed, nothing checked yet.</summary>
public sealed record TypedCall(string On, string From, string Until)
{
    public static TypedCall Nothing { get; } = new("", "", "");

    public bool IsEmpty => On.Length == 0 && From.Length == 0 && Until.Length == 0;

    internal static TypedCall Of(SentForm sent) => new(sent.One("call-on"), sent.One("call-from"), sent.One("call-until"));
}
