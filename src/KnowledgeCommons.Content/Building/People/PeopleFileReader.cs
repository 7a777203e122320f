using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;
using YamlDotNet.RepresentationModel;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// Reads <c>_people.yml</c> and the files of <c>_people/</c> as one list: people, teams and who is on duty. First <see cref="Add"/> each file, then
/// read the calendars they name, then <see cref="Build"/>. What cannot be read is a finding; the rest counts.
/// </summary>
internal sealed class PeopleFileReader(List<Finding> findings)
{
    private static readonly string[] Groups = ["people", "teams"];
    private readonly List<(PeopleYaml File, YamlMappingNode Root)> _files = [];

    public void Add(string text, string path)
    {
        var file = new PeopleYaml(path, findings);
        if (file.Load(text) is { } root) _files.Add((file, root));
    }

    /// <summary>The calendar files that the list names; who names one that is not <paramref name="there"/> is told.</summary>
    public IReadOnlySet<string> Calendars(Func<string, bool> there)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, root) in _files)
            foreach (var (path, at) in Everybody(root).Select(entry => entry.Fields).Prepend(root).SelectMany(DaysOffReader.CalendarsOf))
                if (there(path)) found.Add(path);
                else file.Tell(at, $"There is no calendar '{path}' in the content folder.", "Write its path from the content folder, such as _people/holidays.ics.");
        return found;
    }

    public People Build(IReadOnlyDictionary<string, IReadOnlyList<DayOff>> calendars)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        var (zone, holidays) = ((TimeZoneInfo?)null, new List<DayOff>());
        foreach (var (file, root) in _files)
        {
            var daysOff = new DaysOffReader(file, calendars);
            zone ??= file.Zone(root);
            holidays.AddRange(daysOff.Holidays(root) ?? []);
            foreach (var (key, fields) in Everybody(root))
                if (!people.TryAdd(key, new PersonReader(file, daysOff).Read(key, fields)))
                    file.Tell(fields, $"'{key}' stands here twice; the first one counts.", "Give one of them another key.");
        }
        CheckNames(people, calendars);
        return new People(people, Duties(people)) { Zone = zone, Holidays = holidays };
    }

    private static IEnumerable<(string Key, YamlMappingNode Fields)> Everybody(YamlMappingNode root) =>
        Groups.SelectMany(group => PeopleYaml.Entries(root, group));

    // Only after all files: somebody may be named in one and listed in another.
    private void CheckNames(Dictionary<string, Person> people, IReadOnlyDictionary<string, IReadOnlyList<DayOff>> calendars)
    {
        foreach (var (file, root) in _files)
            foreach (var (key, fields) in Everybody(root))
                new PersonReader(file, new DaysOffReader(file, calendars)).CheckNames(fields, people[key], people);
    }

    private Dictionary<string, Duty> Duties(Dictionary<string, Person> people)
    {
        var duties = new Dictionary<string, Duty>(StringComparer.Ordinal);
        foreach (var (file, root) in _files)
            foreach (var (topic, fields) in PeopleYaml.Entries(root, "duty"))
                if (ToDuty(topic, fields, people, file) is { } duty && !duties.TryAdd(topic, duty))
                    file.Tell(fields, $"Duty for '{topic}' stands here twice; the first one counts.", "Remove one of the two.");
        return duties;
    }

    private static Duty? ToDuty(string topic, YamlMappingNode fields, Dictionary<string, Person> people, PeopleYaml file)
    {
        var owner = PeopleYaml.Text(fields, "owner");
        var deputy = PeopleYaml.Text(fields, "deputy");
        foreach (var key in new[] { owner, deputy })
            if (key is not null && !people.ContainsKey(key))
                file.Tell(fields, $"Duty for '{topic}' names '{key}', who is not in the list of people.", "Add the person or correct the key.");
        return owner is not null && people.ContainsKey(owner)
            ? new Duty(owner, deputy is not null && people.ContainsKey(deputy) ? deputy : null) { Place = file.PlaceOf(fields) }
            : null;
    }
}
