using System.Globalization;
using KnowledgeCommons.Content.OnDuty;
using YamlDotNet.RepresentationModel;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// Reads holidays (<c>2026-12-25: Christmas Day</c>, <c>12-26: Boxing Day</c> for every year, <c>calendar: holidays.ics</c>) and absences
/// (<c>- { from: 2026-12-01, to: 2026-12-05 }</c>).
/// </summary>
internal sealed class DaysOffReader(PeopleYaml file, IReadOnlyDictionary<string, IReadOnlyList<DayOff>> calendars)
{
    private const string Calendar = "calendar";
    private const int LeapYear = 2000;
    private const string Hint = "Write 2026-12-25: Christmas Day, 12-25: Christmas Day for every year, or calendar: holidays.ics.";

    /// <summary>The calendar files that a list of holidays names, by their paths in the content folder.</summary>
    public static IEnumerable<(string Path, YamlNode At)> CalendarsOf(YamlMappingNode fields) => PeopleYaml.Field(fields, "holidays") switch
    {
        YamlScalarNode { Value.Length: > 0 } one => [(one.Value, one)],
        YamlMappingNode days => from day in days where day.Key.ToString() == Calendar from path in PeopleYaml.List(day.Value) select (path, day.Value),
        _ => []
    };

    /// <summary>Null when nothing is said about holidays.</summary>
    public IReadOnlyList<DayOff>? Holidays(YamlMappingNode fields)
    {
        if (PeopleYaml.Field(fields, "holidays") is not { } node) return null;
        var days = CalendarsOf(fields).SelectMany(calendar => calendars.GetValueOrDefault(calendar.Path, [])).ToList();
        if (node is YamlSequenceNode) file.Tell(node, "These holidays cannot be read.", Hint);
        if (node is not YamlMappingNode written) return days;
        foreach (var (key, name) in written)
            if (key.ToString() is not Calendar and var typed)
                if (ReadDay(typed, name.ToString()) is { } day) days.Add(day);
                else file.Tell(key, $"'{typed}' is not a day.", Hint);
        return days;
    }

    public IReadOnlyList<DayOff> Absences(YamlMappingNode fields)
    {
        if (PeopleYaml.Field(fields, "absences") is not { } node) return [];
        var found = new List<DayOff>();
        foreach (var entry in node is YamlSequenceNode list ? list : [node])
        {
            if (entry is YamlMappingNode away && file.Date(away, "from") is { } from && (PeopleYaml.Text(away, "to") is null ? from : file.Date(away, "to")) is { } to && from <= to)
                found.Add(new DayOff(from, to, Name: null));
            else
                file.Tell(entry, "This absence does not say from when to when.", "Write it as - { from: 2026-12-01, to: 2026-12-05 }.");
        }
        return found;
    }

    private static DayOff? ReadDay(string typed, string name)
    {
        if (PeopleYaml.TryDate(typed) is { } day) return new DayOff(day, day, name);
        return DateOnly.TryParseExact($"{LeapYear}-{typed.Trim()}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var yearly)
            ? new DayOff(yearly, yearly, name) { EveryYear = new YearlyRule() }
            : null;
    }
}
