using System.Globalization;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Reads the dates of exports: with a zone as they are, without one as the clocks of <paramref name="zone"/> showed them. Dates with slashes are read in
/// <paramref name="order"/>; without one only where the day cannot be a month. Not for several threads: it remembers which format came last.
/// </summary>
internal sealed class ContactDates(TimeZoneInfo zone, DateOrder order = DateOrder.Unknown)
{
    private const DateTimeStyles Blanks = DateTimeStyles.AllowWhiteSpaces;
    private const int SecondsDigits = 10;
    private const int MillisecondsDigits = 13;
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly string[] Zoned =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss 'UTC'",
        "ddd, dd MMM yyyy HH:mm:ss zzz", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"
    ];

    private static readonly string[] Times = ["", " HH:mm", " HH:mm:ss", " H:mm", " h:mm tt", " h:mm:ss tt"];
    private static readonly string[] Certain = [.. With("yyyy-MM-dd", "yyyy/MM/dd", "d.M.yyyy", "d.M.yy", "d/MMM/yy", "d/MMM/yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yyyy", "MMM d, yyyy"),
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm"];

    private static readonly string[] DayFirst = [.. With("d/M/yyyy", "d/M/yy", "d-M-yyyy")];
    private static readonly string[] MonthFirst = [.. With("M/d/yyyy", "M/d/yy", "M-d-yyyy")];
    private string _last = Certain[0];

    /// <summary>The instant; or why it cannot be read, as a sentence. Nothing written: neither.</summary>
    public (DateTimeOffset? At, string? Why) Read(string? written)
    {
        if (written?.Trim() is not { Length: > 0 } date) return (null, null);
        if (Local(date, [_last]) is { } same) return (same, null);
        if (Seconds(date) is { } counted) return (counted, null);
        if (WithZone(date) is { } exact) return (exact, null);
        if (Local(date, Certain) is { } certain) return (certain, null);
        var (day, month) = (order == DateOrder.MonthFirst ? null : Local(date, DayFirst), order == DateOrder.DayFirst ? null : Local(date, MonthFirst));
        if (day is not null && month is not null && day != month)
            return (null, $"The date {Shown(date)} can be read in two ways. Say --dates dmy when the day comes first, --dates mdy when the month does.");
        return (day ?? month) is { } only ? (only, null) : (null, $"The date {Shown(date)} cannot be read.");
    }

    private static IEnumerable<string> With(params string[] days) => days.SelectMany(day => Times.Select(time => day + time));

    private static DateTimeOffset? Seconds(string date) =>
        date.Length is not (SecondsDigits or MillisecondsDigits) || !long.TryParse(date, NumberStyles.None, English, out var number) ? null
        : date.Length == SecondsDigits ? DateTimeOffset.FromUnixTimeSeconds(number)
        : DateTimeOffset.FromUnixTimeMilliseconds(number);

    // What names no zone passes these formats too, because K may be nothing; then it is no zoned date.
    private static DateTimeOffset? WithZone(string date) =>
        DateTime.TryParseExact(date, Zoned, English, Blanks | DateTimeStyles.AdjustToUniversal, out var parsed) && parsed.Kind == DateTimeKind.Utc ? parsed
        : date.EndsWith("UTC", StringComparison.Ordinal) && DateTime.TryParseExact(date, Zoned, English, Blanks | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc) ? utc
        : date.EndsWith("GMT", StringComparison.Ordinal) && DateTime.TryParseExact(date, Zoned, English, Blanks | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var gmt) ? gmt
        : null;

    private static string Shown(string date) => $"\"{date[..Math.Min(40, date.Length)]}\"";

    private DateTimeOffset? Local(string date, string[] formats)
    {
        foreach (var format in formats)
        {
            if (!DateTime.TryParseExact(date, format, English, Blanks, out var local)) continue;
            if (order != DateOrder.Unknown || Certain.Contains(format)) _last = format;
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }
        return null;
    }
}
