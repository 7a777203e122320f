using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Content.Linting;

/// <summary>What is wrong with who is on duty, beyond what can be seen in one line of <c>_people.yml</c>.</summary>
internal static class RotaRules
{
    private const string PeopleFile = "_people.yml";

    /// <summary><paramref name="today"/> is the day in UTC; content without a list of people is told elsewhere.</summary>
    public static IEnumerable<Finding> Check(Library library, DateOnly today)
    {
        var people = library.People;
        if (people.ByKey.Count == 0) return [];
        if (people.DutyByTopic.Count == 0 && people.ByKey.Values.All(person => person.Covers.Count == 0))
            return [Warn("empty-rota", At(null), "There are people, but nobody is on duty for anything.", "Add a default duty, such as duty: { default: { owner: service-desk } }.")];
        return [.. Uncovered(library, today), .. Left(people, today)];
    }

    private static IEnumerable<Finding> Uncovered(Library library, DateOnly today)
    {
        var people = library.People;
        var rota = new Rota(people, TimeZoneInfo.Utc);
        var at = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var topics = library.Topics.Select(topic => topic.Key).Concat(people.DutyByTopic.Keys.Where(topic => topic != People.OtherTopics)).Distinct();
        foreach (var topic in topics.Where(topic => rota.For(topic, at)?.From is null).Order(StringComparer.Ordinal))
            yield return Warn("nobody-on-duty", At(people.OnDutyFor(topic)?.Place), $"Nobody ever works on '{topic}': readers who ask for a person are told of no time.", "Give its owner working hours, or add a deputy or a default duty.");
    }

    private static IEnumerable<Finding> Left(People people, DateOnly today)
    {
        foreach (var (topic, duty) in people.DutyByTopic)
            foreach (var key in new[] { duty.Owner, duty.Deputy })
                if (people.Find(key) is { } person && person.LeftOn <= today)
                    yield return Warn("left-on-duty", At(duty.Place), $"{person.Name} left on {person.LeftOn:yyyy-MM-dd} and is still on duty for '{topic}'.", "Name somebody else there.");
        foreach (var team in people.ByKey.Values)
            foreach (var person in team.Members.Append(team.Lead).Append(team.Deputy).Distinct().Select(people.Find).OfType<Person>())
                if (person.LeftOn <= today)
                    yield return Warn("left-on-duty", At(team.Place), $"{person.Name} left on {person.LeftOn:yyyy-MM-dd} and is still named by '{team.Key}'.", "Name somebody else there.");
    }

    private static Place At(Place? place) => place ?? new Place(PeopleFile, 0);

    private static Finding Warn(string rule, Place at, string message, string hint) => new(rule, Severity.Warning, at.Path, at.Line, message, hint);
}
