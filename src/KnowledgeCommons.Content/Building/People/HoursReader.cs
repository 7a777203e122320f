using System.Globalization;
using KnowledgeCommons.Content.OnDuty;
using YamlDotNet.RepresentationModel;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// Reads working hours such as <c>{ mon-fri: "08:00-12:00, 13:00-17:00", sat: "09:00-12:00" }</c>. A span that ends at or before its beginning runs into
/// the next day. What cannot be read is a finding; the rest counts.
/// </summary>
internal static class HoursReader
{
    private const string Hint = "Write days and times in quotes, such as mon-fri: \"08:00-12:00, 13:00-17:00\".";
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] Clocks = ["HH:mm", "H:mm"];
    private static readonly string[] NotWorking = ["", "off", "none", "closed"];

    public static WeeklyHours? Read(YamlMappingNode fields, PeopleYaml file)
    {
        if (PeopleYaml.Field(fields, "hours") is not { } node) return null;
        if (node is YamlScalarNode { Value: "always" }) return WeeklyHours.Always;
        if (node is YamlMappingNode week) return ReadWeek(week, file);
        file.Tell(node, "These working hours cannot be read.", Hint);
        return null;
    }

    private static WeeklyHours ReadWeek(YamlMappingNode week, PeopleYaml file)
    {
        var byDay = Days.Select(_ => new List<Shift>()).ToArray();
        foreach (var (key, value) in week)
        {
            var days = DaysOf(key.ToString());
            if (days.Count == 0) file.Tell(key, $"'{key}' names no day of the week.", Hint);
            foreach (var span in PeopleYaml.List(value).SelectMany(list => list.Split(',')).Select(span => span.Trim()))
                if (NotWorking.Contains(span.ToLowerInvariant())) continue;
                else if (SpanOf(span) is not { } shift) file.Tell(value, $"'{span}' is not a stretch of working time.", Hint);
                else foreach (var day in days) byDay[day].Add(shift);
        }
        return new WeeklyHours(day => byDay[(int)day]);
    }

    private static List<int> DaysOf(string key)
    {
        var found = new List<int>();
        foreach (var part in key.ToLowerInvariant().Split(','))
        {
            if (part.Trim() is "daily" or "every day") return [.. Enumerable.Range(0, Days.Length)];
            var ends = part.Replace('–', '-').Split('-').Select(DayOf).ToList();
            if (ends.Count > 2 || ends.Contains(-1)) return [];
            for (var day = ends[0]; ; day = (day + 1) % Days.Length)
            {
                found.Add(day);
                if (day == ends[^1]) break;
            }
        }
        return [.. found.Distinct()];
    }

    // Three letters are enough; "monday" counts, "month" does not.
    private static int DayOf(string name)
    {
        var trimmed = name.Trim();
        return Array.FindIndex(Days, day => trimmed == day || (trimmed.StartsWith(day, StringComparison.Ordinal) && trimmed.EndsWith("day", StringComparison.Ordinal)));
    }

    private static Shift? SpanOf(string span)
    {
        var ends = span.Replace('–', '-').Split('-');
        if (ends.Length != 2 || Minutes(ends[0]) is not { } start || start == Shift.MinutesOfDay || Minutes(ends[1]) is not { } end) return null;
        return new Shift(start, end > start ? end : end + Shift.MinutesOfDay);
    }

    private static int? Minutes(string typed) =>
        typed.Trim() == "24:00" ? Shift.MinutesOfDay
        : TimeOnly.TryParseExact(typed.Trim(), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? (clock.Hour * 60) + clock.Minute
        : null;
}
