using System.Globalization;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>Times as people here read them: in the site's time zone, in words.</summary>
internal sealed class SiteClock(IOptions<SiteOptions> options, TimeProvider time)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public TimeZoneInfo Zone { get; } = options.Value.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Local;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>"today at 14:30", "tomorrow at 09:00", else "Monday 23 November at 09:00".</summary>
    public string InWords(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var days = (local.Date - TimeZoneInfo.ConvertTime(Now, Zone).Date).Days;
        var clock = local.ToString("HH:mm", English);
        return days switch
        {
            0 => $"today at {clock}",
            1 => $"tomorrow at {clock}",
            -1 => $"yesterday at {clock}",
            _ => $"{local.ToString("dddd d MMMM", English)} at {clock}"
        };
    }

    /// <summary>"today between 14:00 and 15:00", "Monday 23 November between 14:00 and 15:00".</summary>
    public string Between(DateTimeOffset from, DateTimeOffset until)
    {
        var words = InWords(from);
        var at = words.LastIndexOf(" at ", StringComparison.Ordinal);
        return $"{words[..at]} between {words[(at + 4)..]} and {TimeZoneInfo.ConvertTime(until, Zone).ToString("HH:mm", English)}";
    }

    /// <summary>"09:00" by the clocks of another zone.</summary>
    public static string ClockIn(TimeZoneInfo zone, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", English);

    /// <summary>"23 November 2026".</summary>
    public string Day(DateTimeOffset instant) => Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).Date));

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);
}
