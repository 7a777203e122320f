namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// Whom something is for: everyone, or whoever belongs to at least one of its groups. Groups are names as the company's sign-in knows them, the same in capitals or
/// not; a role counts as the group of its name ("technicians").
/// </summary>
public sealed class Audience : IEquatable<Audience>
{
    private readonly string[] _groups;

    private Audience(string[] groups) => _groups = groups;

    public static Audience Everyone { get; } = new([]);

    public IReadOnlyList<string> Groups => _groups;

    public bool IsEveryone => _groups.Length == 0;

    /// <summary>Of the groups as they were written, blanks and doubles left out; none at all is everyone.</summary>
    public static Audience Of(IEnumerable<string> groups)
    {
        string[] named = [.. groups.Select(group => group.Trim().ToLowerInvariant()).Where(group => group.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        return named.Length == 0 ? Everyone : new Audience(named);
    }

    public bool Equals(Audience? other) => other is not null && _groups.AsSpan().SequenceEqual(other._groups);

    public override bool Equals(object? other) => Equals(other as Audience);

    public override int GetHashCode() => _groups.Aggregate(0, (hash, group) => HashCode.Combine(hash, group));

    public override string ToString() => IsEveryone ? "everyone" : string.Join(", ", _groups);
}
