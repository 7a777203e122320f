using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Content.Building;

/// <summary>One VEVENT while it is read.</summary>
internal sealed partial class CalendarEvent(int line)
{
    private const int LongestName = 200;
    private const int LongestDays = 366;
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<DateOnly> _except = [];
    private int _depth;

    public int Line => line;

    public void Take(string name, string value)
    {
        // An alarm inside an event has times of its own.
        if (name == "BEGIN") _depth++;
        else if (name == "END") _depth--;
        else if (_depth == 0 && name == "EXDATE") _except.UnionWith(value.Split(',').Select(Day).OfType<DateOnly>());
        else if (_depth == 0) _values.TryAdd(name, value);
    }

    /// <summary>The objection says why there is none, or why it does not come back; null and null for an event that was called off.</summary>
    public DayOff? ToDayOff(out string? objection)
    {
        objection = null;
        if (_values.GetValueOrDefault("STATUS") == "CANCELLED") return null;
        if (Day(_values.GetValueOrDefault("DTSTART", "")) is not { } start)
        {
            objection = $"'{Name()}' has no day as its beginning, and was left out.";
            return null;
        }
        var end = Day(_values.GetValueOrDefault("DTEND", ""))?.AddDays(-1) ?? Duration(start);
        if (end < start) end = start;
        if (end.DayNumber - start.DayNumber > LongestDays) objection = $"'{Name()}' is longer than a year, and was left out.";
        if (objection is not null) return null;
        var rule = _values.TryGetValue("RRULE", out var written) ? Yearly(written, start) : null;
        if (written is not null && rule is null) objection = $"How '{Name()}' comes back ({Short(written)}) cannot be read, so only its first day counts.";
        return new DayOff(start, end, Name()) { EveryYear = rule, Except = _except };
    }

    private string Name() => Short(Escaped().Replace(_values.GetValueOrDefault("SUMMARY", "Holiday"), found => found.Value is "\\n" or "\\N" ? " " : found.Value[1..]));

    private static string Short(string text) => text.Length > LongestName ? text[..LongestName] + "…" : text;

    private DateOnly Duration(DateOnly start)
    {
        var found = WholeDays().Match(_values.GetValueOrDefault("DURATION", ""));
        if (!found.Success || !int.TryParse(found.Groups[1].Value, CultureInfo.InvariantCulture, out var count)) return start;
        return start.AddDays(Math.Min(count, LongestDays) * (found.Groups[2].Value == "W" ? 7 : 1) - 1);
    }

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && PeopleYaml.IsNear(day) ? day : null;

    private static YearlyRule? Yearly(string written, DateOnly start)
    {
        var parts = written.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToList();
        if (!parts.Any(part => part is ["FREQ", "YEARLY"])) return null;
        var rule = new YearlyRule();
        foreach (var part in parts)
            if (part is not [var name, var value] || With(rule, name, value, start) is not { } next) return null;
            else rule = next;
        return rule;
    }

    // Null: a part that would mean other days than the ones we would take.
    private static YearlyRule? With(YearlyRule rule, string name, string value, DateOnly start)
    {
        var number = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : (int?)null;
        return name switch
        {
            "FREQ" or "WKST" => rule,
            "INTERVAL" when number is > 0 => rule with { Interval = whole },
            "COUNT" when number is > 0 => rule with { Count = number },
            "UNTIL" when Day(value.Split('T')[0]) is { } until => rule with { Until = until },
            "BYMONTH" when number == start.Month => rule,
            "BYMONTHDAY" when number == start.Day => rule,
            "BYDAY" when Weekday(value) is { } weekday => rule with { Weekday = weekday },
            _ => null
        };
    }

    private static (int, DayOfWeek)? Weekday(string value)
    {
        var found = NthWeekday().Match(value);
        string[] days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
        return found.Success ? (int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), (DayOfWeek)Array.IndexOf(days, found.Groups[2].Value)) : null;
    }

    [GeneratedRegex(@"\\[nN\\;,]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^P(\d{1,4})([DW])$")]
    private static partial Regex WholeDays();

    [GeneratedRegex(@"^([+-]?[1-5])(SU|MO|TU|WE|TH|FR|SA)$")]
    private static partial Regex NthWeekday();
}
