namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// What somebody may see: the one answer to "may this reader see this?", asked by every surface. It knows groups only, no person, so that all readers with the
/// same groups share what is made for them.
/// </summary>
public sealed class Clearance : IEquatable<Clearance>
{
    private readonly HashSet<string> _groups;

    private Clearance(bool isWhole, Audience groups)
    {
        IsWhole = isWhole;
        _groups = [.. groups.Groups];
        Key = isWhole ? "*" : string.Join(',', groups.Groups.Select(Uri.EscapeDataString));
    }

    /// <summary>Of somebody who is in no group: what is for everyone.</summary>
    public static Clearance Public { get; } = new(isWhole: false, Audience.Everyone);

    /// <summary>Of an administrator, and of work that the site does by itself: everything.</summary>
    public static Clearance Whole { get; } = new(isWhole: true, Audience.Everyone);

    public bool IsWhole { get; }

    /// <summary>The same for equal clearances and no others; for caches.</summary>
    public string Key { get; }

    public static Clearance Of(IEnumerable<string> groups) => Audience.Of(groups) is { IsEveryone: false } named ? new Clearance(isWhole: false, named) : Public;

    public bool Sees(Audience audience) => IsWhole || audience.IsEveryone || audience.Groups.Any(_groups.Contains);

    public bool Equals(Clearance? other) => other is not null && Key == other.Key;

    public override bool Equals(object? other) => Equals(other as Clearance);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => IsWhole ? "everything" : Key;
}
