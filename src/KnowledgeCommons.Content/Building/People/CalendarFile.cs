using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// Reads the days off in an iCalendar file (RFC 5545): events of whole days, once or every year. What cannot be read is a finding with its line; the
/// rest counts.
/// </summary>
internal sealed class CalendarFile(string path, List<Finding> findings)
{
    private const int Longest = 1024 * 1024;
    private const int MostDays = 2000;

    public IReadOnlyList<DayOff> Read(byte[] bytes)
    {
        if (bytes.Length > Longest) return Refuse(0, "The calendar is longer than 1 MB and was not read.", "Keep the days off of a few years.");
        var days = new List<DayOff>();
        CalendarEvent? open = null;
        var hasCalendar = false;
        foreach (var (name, value, line) in Lines(bytes))
        {
            hasCalendar |= name == "BEGIN" && Is(value, "VCALENDAR");
            if (name == "BEGIN" && Is(value, "VEVENT")) open = new CalendarEvent(line);
            else if (name == "END" && Is(value, "VEVENT") && open is { } ended) (open, _) = (null, Keep(ended, days));
            else open?.Take(name, value);
        }
        if (!hasCalendar) return Refuse(1, "This is not an iCalendar file.", "Export the calendar as .ics.");
        if (open is not null) Tell(open.Line, "This event has no end; the file is cut off.", "Export the calendar again.");
        return days;
    }

    private bool Keep(CalendarEvent ended, List<DayOff> days)
    {
        if (ended.ToDayOff(out var objection) is not { } day)
        {
            if (objection is not null) Tell(ended.Line, objection, "Only events of whole days count as days off.");
            return false;
        }
        if (objection is not null) Tell(ended.Line, objection, "Write one event for each year instead.");
        if (days.Count == MostDays) Tell(ended.Line, $"The calendar has more than {MostDays} days off; the rest was not read.", "Keep the days off of a few years.");
        if (days.Count <= MostDays) days.Add(day);
        return true;
    }

    // A long line is folded between two bytes, which may be the middle of a letter: unfold first, then read the letters.
    private static IEnumerable<(string Name, string Value, int Line)> Lines(byte[] bytes)
    {
        var number = 0;
        var (line, at) = (new StringBuilder(), 0);
        foreach (var raw in Encoding.Latin1.GetString(bytes).Split('\n'))
        {
            number++;
            var bare = raw.TrimEnd('\r');
            if (bare.StartsWith(' ') || bare.StartsWith('\t'))
            {
                line.Append(bare, 1, bare.Length - 1);
                continue;
            }
            if (Parse(line.ToString()) is { } done) yield return (done.Name, done.Value, at);
            (_, at) = (line.Clear().Append(bare), number);
        }
        if (Parse(line.ToString()) is { } last) yield return (last.Name, last.Value, at);
    }

    private static (string Name, string Value)? Parse(string latin)
    {
        var line = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin)).TrimStart('\uFEFF');
        var colon = line.IndexOf(':');
        return colon <= 0 ? null : (line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..].Trim());
    }

    private static bool Is(string value, string name) => value.Equals(name, StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<DayOff> Refuse(int line, string message, string hint)
    {
        Tell(line, message, hint);
        return [];
    }

    private void Tell(int line, string message, string hint) => findings.Add(new Finding("calendar-file", Severity.Warning, path, line, message, hint));
}
