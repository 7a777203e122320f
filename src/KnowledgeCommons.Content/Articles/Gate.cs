namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// Who may see an article: whoever belongs to all of <paramref name="For"/> and to none of <paramref name="Unless"/>. The latter is for an article from which
/// parts are cut (see <see cref="ArticleCut"/>): those who may see these parts have it with them.
/// </summary>
public sealed record Gate(IReadOnlyList<Audience> For, IReadOnlyList<Audience> Unless)
{
    public static Gate Open { get; } = new([], []);

    public bool IsOpen => For.Count == 0 && Unless.Count == 0;

    public bool IsOpenTo(Clearance clearance) => For.All(clearance.Sees) && !Unless.Any(clearance.Sees);

    public bool Equals(Gate? other) => other is not null && For.SequenceEqual(other.For) && Unless.SequenceEqual(other.Unless);

    public override int GetHashCode() => For.Concat(Unless).Aggregate(For.Count, HashCode.Combine);

    public override string ToString() => IsOpen ? "everyone" : string.Join(" and ", [.. For.Select(audience => audience.ToString()), .. Unless.Select(audience => $"not {audience}")]);
}
