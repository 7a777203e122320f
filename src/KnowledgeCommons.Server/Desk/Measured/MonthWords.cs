using System.Globalization;
using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Months as they stand in addresses, on pages and on the site's clock.</summary>
internal static class MonthWords
{
    private const string InAddress = "yyyy-MM";
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The month asked for, by its first day; the present one when it is none, or one to come.</summary>
    public static DateOnly Read(string? asked, SiteClock clock)
    {
        var now = Of(clock.Now, clock);
        return DateOnly.TryParseExact(asked, InAddress, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month <= now && month.Year > 2000 ? month : now;
    }

    public static DateOnly Of(DateTimeOffset instant, SiteClock clock)
    {
        var local = TimeZoneInfo.ConvertTime(instant, clock.Zone);
        return new DateOnly(local.Year, local.Month, 1);
    }

    /// <summary>When the month begins, by the site's clock.</summary>
    public static DateTimeOffset Start(DateOnly month, SiteClock clock)
    {
        var local = month.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, clock.Zone.GetUtcOffset(local));
    }

    public static string Address(DateOnly month) => month.ToString(InAddress, CultureInfo.InvariantCulture);

    public static string Name(DateOnly month) => month.ToString("MMMM yyyy", English);
}
