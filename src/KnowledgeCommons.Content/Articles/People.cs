namespace KnowledgeCommons.Content.Articles;

/// <summary>A person or a team that answers for articles and helps readers. <paramref name="Members"/> is empty for a person.</summary>
public sealed record Person(string Key, string Name, string Role, string? Email, string? Phone, IReadOnlyList<string> Members)
{
    public bool IsTeam => Members.Count > 0;
}

/// <summary>Who takes a problem and who stands in for them; keys of people.</summary>
public sealed record Duty(string Owner, string? Deputy);

/// <summary>Everybody in <c>_people.yml</c>, and who is on duty for which topic ("default" for all others).</summary>
public sealed record People(IReadOnlyDictionary<string, Person> ByKey, IReadOnlyDictionary<string, Duty> DutyByTopic)
{
    public static People Nobody { get; } = new(new Dictionary<string, Person>(), new Dictionary<string, Duty>());

    public Person? Find(string? key) => key is not null && ByKey.TryGetValue(key, out var person) ? person : null;

    /// <summary>The duty of the topic, else of the nearest folder above it, else the default; null when nobody is listed.</summary>
    public Duty? OnDutyFor(string topic)
    {
        for (var at = topic; at.Length > 0; at = at.LastIndexOf('/') is > 0 and var cut ? at[..cut] : "")
            if (DutyByTopic.TryGetValue(at, out var duty)) return duty;
        return DutyByTopic.GetValueOrDefault("default");
    }
}
