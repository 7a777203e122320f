using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.OnDuty;

/// <summary>
/// Who takes a problem, at any instant, for any topic: a pure answer from what <c>_people.yml</c> says. In line stand the topic's owner, their deputies,
/// those who cover the topic, and the default's owner and deputy. The first of them who works takes it; when nobody works, whoever begins next, but the
/// line's order counts among those who begin within <see cref="Grace"/> of each other. The members of a team with known hours take turns, hour by hour.
/// </summary>
public sealed class Rota(People people, TimeZoneInfo siteZone)
{
    /// <summary>How much longer a reader waits so that the topic's own people have it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(4);

    /// <summary>How much later than somebody else's the first word of those who come first may be.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    private const int HoursOfDay = 24;
    private readonly Dictionary<string, WorkingTime> _times = people.ByKey.Values.ToDictionary(person => person.Key, person => TimeOf(person, people, siteZone, WeeklyHours.Always));

    public People People => people;

    /// <summary>
    /// Null when nobody is listed who could take it. <paramref name="work"/> is how long the first word takes: who would have to go before it, and comes
    /// back more than <see cref="Patience"/> after others could give it, is not asked.
    /// </summary>
    public Turn? For(string topic, DateTimeOffset at, TimeSpan work = default)
    {
        var line = InTime(Line(topic, at), at, work);
        if (line.Count == 0) return null;
        foreach (var group in line)
            if (Whose(group, at, at) is { } now) return Turn(now, at);
        var starts = line.Select(group => (Group: group, Start: group.Min(person => _times[person.Key].NextStart(at)))).Where(next => next.Start is not null).ToList();
        if (starts.Count == 0) return Turn(line[0][0], from: null);
        var soon = starts.Min(next => next.Start) + Grace;
        var (chosen, from) = starts.First(next => next.Start <= soon);
        return Turn(Whose(chosen, at, from.GetValueOrDefault()) ?? chosen[0], from);

        Turn Turn(Person who, DateTimeOffset? from) => new(who, from, DeputyOf(who, topic, at));
    }

    /// <summary>When somebody works. Of a person of whom no hours are known, <paramref name="unknown"/> is taken.</summary>
    public WorkingTime TimeOf(Person person, WeeklyHours unknown) => TimeOf(person, people, siteZone, unknown);

    /// <summary>Whether anything is known about when the person, or a member of the team, works.</summary>
    public bool HasHours(Person person) =>
        HoursOf(person, people) is not null || person.Members.Select(people.Find).Any(member => member?.Hours is not null);

    /// <summary>Whether they no longer work here.</summary>
    public bool HasLeft(Person person, DateTimeOffset at) => person.LeftOn is { } left && _times[person.Key].DayOf(at) >= left;

    /// <summary>The people of a team with known hours, else the person or the team as such.</summary>
    public IReadOnlyList<Person> Named(Person asked) =>
        asked.IsTeam && HasHours(asked) ? [.. asked.Members.Select(people.Find).OfType<Person>().Where(member => !member.IsTeam)] : [asked];

    private List<IReadOnlyList<Person>> Line(string topic, DateTimeOffset at)
    {
        var (own, other) = (people.OwnDutyFor(topic), people.OnDutyFor(""));
        IEnumerable<Person?> before = [people.Find(own?.Owner), people.Find(own?.Deputy), people.Find(people.Find(own?.Owner)?.Deputy)];
        IEnumerable<Person?> after = [people.Find(other?.Owner), people.Find(other?.Deputy), people.Find(people.Find(other?.Owner)?.Deputy)];
        var groups = before.OfType<Person>().Select(Named).Append(people.Covering(topic)).Concat(after.OfType<Person>().Select(Named));
        return [.. groups.Select(Present).Where(group => group.Count > 0)];

        IReadOnlyList<Person> Present(IReadOnlyList<Person> group) => [.. group.Where(person => !HasLeft(person, at))];
    }

    private List<IReadOnlyList<Person>> InTime(List<IReadOnlyList<Person>> line, DateTimeOffset at, TimeSpan work)
    {
        if (line.Sum(group => group.Count) <= 1) return line;
        var done = line.SelectMany(group => group).DistinctBy(person => person.Key).ToDictionary(person => person.Key, person => _times[person.Key].After(at, work)?.At);
        var latest = done.Values.Min() + Patience;
        return latest is null ? line : [.. line.Select(InTime).Where(group => group.Count > 0)];

        IReadOnlyList<Person> InTime(IReadOnlyList<Person> group) => [.. group.Where(person => done[person.Key] <= latest)];
    }

    // Who of the group works next after one instant, at another: among several the turns go by the hour.
    private Person? Whose(IReadOnlyList<Person> group, DateTimeOffset after, DateTimeOffset at)
    {
        var ready = group.Where(person => _times[person.Key].NextStart(after) == at).ToList();
        return ready.Count == 0 ? null : ready[Turns(at, ready.Count)];
    }

    // Where a day is a multiple of the turns, each day begins one further on: nobody always has the same hour.
    private static int Turns(DateTimeOffset at, int count)
    {
        var hours = at.ToUnixTimeSeconds() / 3600;
        var turn = (hours + (HoursOfDay % count == 0 ? hours / HoursOfDay : 0)) % count;
        return (int)(turn < 0 ? turn + count : turn);
    }

    private Person? DeputyOf(Person who, string topic, DateTimeOffset at)
    {
        var duty = people.OnDutyFor(topic);
        Person?[] candidates = [people.Find(who.Deputy), people.Find(duty?.Deputy), people.Find(duty?.Owner) is { IsTeam: false } owner ? owner : null, people.LeadOf(who)];
        return candidates.FirstOrDefault(deputy => deputy is not null && deputy.Key != who.Key && !HasLeft(deputy, at));
    }

    private static WorkingTime TimeOf(Person person, People people, TimeZoneInfo siteZone, WeeklyHours unknown)
    {
        var zone = person.Zone ?? people.TeamsOf(person).Select(team => team.Zone).FirstOrDefault(zone => zone is not null) ?? people.Zone ?? siteZone;
        var holidays = person.Holidays ?? people.TeamsOf(person).Select(team => team.Holidays).FirstOrDefault(days => days is not null) ?? people.Holidays;
        return new WorkingTime(HoursOf(person, people) ?? unknown, zone, new DaysOff([.. holidays, .. person.Absences], person.LeftOn));
    }

    private static WeeklyHours? HoursOf(Person person, People people) =>
        person.Hours ?? people.TeamsOf(person).Select(team => team.Hours).FirstOrDefault(hours => hours is not null);
}
