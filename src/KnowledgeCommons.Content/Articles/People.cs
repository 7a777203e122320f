using KnowledgeCommons.Content.OnDuty;

namespace KnowledgeCommons.Content.Articles;

/// <summary>Everybody in <c>_people.yml</c>, and who is on duty for which topic ("default" for all others).</summary>
public sealed record People(IReadOnlyDictionary<string, Person> ByKey, IReadOnlyDictionary<string, Duty> DutyByTopic)
{
    /// <summary>The key of the duty for all topics that have none of their own.</summary>
    public const string OtherTopics = "default";

    public static People Nobody { get; } = new(new Dictionary<string, Person>(), new Dictionary<string, Duty>());

    /// <summary>The time zone of all who name none; null: the site's.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>The holidays of all who name none.</summary>
    public IReadOnlyList<DayOff> Holidays { get; init; } = [];

    public Person? Find(string? key) => key is not null && ByKey.TryGetValue(key, out var person) ? person : null;

    /// <summary>The person who signs in with exactly this; the first one where several say so.</summary>
    public Person? WithAccount(string account) => ByKey.Values.FirstOrDefault(person => !person.IsTeam && person.Accounts.Contains(account));

    /// <summary>The duty of the topic, else of the nearest folder above it, else the default; null when nobody is listed.</summary>
    public Duty? OnDutyFor(string topic) => OwnDutyFor(topic) ?? DutyByTopic.GetValueOrDefault(OtherTopics);

    /// <summary>The duty of the topic, else of the nearest folder above it.</summary>
    public Duty? OwnDutyFor(string topic) => Upwards(topic).Select(at => DutyByTopic.GetValueOrDefault(at)).FirstOrDefault(duty => duty is not null);

    /// <summary>The people who say that they cover the topic or a folder above it.</summary>
    public IReadOnlyList<Person> Covering(string topic) =>
        [.. ByKey.Values.Where(person => person.Covers.Count > 0 && Upwards(topic).Any(person.Covers.Contains))];

    /// <summary>The teams that somebody belongs to, in the order of the file.</summary>
    public IEnumerable<Person> TeamsOf(Person person) => ByKey.Values.Where(team => team.Members.Contains(person.Key));

    /// <summary>Who leads the person's team, or the team; null when nobody is named, and never the person themself.</summary>
    public Person? LeadOf(Person person) =>
        TeamsOf(person).Prepend(person).Select(team => Find(team.Lead)).FirstOrDefault(lead => lead is not null && lead.Key != person.Key);

    private static IEnumerable<string> Upwards(string topic)
    {
        for (var at = topic; at.Length > 0; at = at.LastIndexOf('/') is > 0 and var cut ? at[..cut] : "") yield return at;
    }
}
