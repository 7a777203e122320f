using System.Globalization;
using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Tests.OnDuty;

/// <summary>People as they are written in files, and instants as people say them.</summary>
internal static class Listed
{
    public static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static (People People, IReadOnlyList<Finding> Findings) Read(string yaml, params (string Path, string Text)[] calendars)
    {
        var findings = new List<Finding>();
        var reader = new PeopleFileReader(findings);
        reader.Add(yaml, "_people.yml");
        reader.Calendars(path => calendars.Any(calendar => calendar.Path == path));
        return (reader.Build(calendars.ToDictionary(calendar => calendar.Path,
            calendar => new CalendarFile(calendar.Path, findings).Read(Encoding.UTF8.GetBytes(calendar.Text)))), findings);
    }

    public static Rota Rota(string yaml) => new(Read(yaml).People, London);

    /// <summary>An instant by the clock of a place; where a clock time comes twice, the later one.</summary>
    public static DateTimeOffset At(string local, string zone = "Europe/London") =>
        DateTime.Parse(local, CultureInfo.InvariantCulture) is var clock && TimeZoneInfo.FindSystemTimeZoneById(zone) is var there
            ? new DateTimeOffset(clock, there.GetUtcOffset(clock))
            : default;

    public static string Said(this Turn? turn, string zone = "Europe/London") => turn is null ? "nobody"
        : turn.From is not { } from ? $"{turn.Who.Key}, never"
        : string.Create(CultureInfo.InvariantCulture, $"{turn.Who.Key} {TimeZoneInfo.ConvertTime(from, TimeZoneInfo.FindSystemTimeZoneById(zone)):yyyy-MM-dd HH:mm}");
}
