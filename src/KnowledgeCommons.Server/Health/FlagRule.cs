namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Decides from one revision's numbers alone whether its article causes contacts that a better one would spare. Pure, so that a better
/// estimator can take its place.
/// </summary>
internal static class FlagRule
{
    public const long FewestAttempts = 5;
    private const double ContactShare = 0.15;
    private const int DifferentPeople = 3;
    private static readonly TimeSpan Stretch = TimeSpan.FromDays(14);

    /// <summary>
    /// True when of at least 5 attempts so many ended in a contact that the lower end of the 95 % <see cref="Wilson"/> interval of their share
    /// is 0.15 or more, or when three different people had a repeat contact within some 14 days.
    /// </summary>
    public static bool Calls(RevisionNumbers numbers) => TooManyContacts(numbers) || TooManyCameBack(numbers.Repeats);

    private static bool TooManyContacts(RevisionNumbers numbers) =>
        numbers.Attempts >= FewestAttempts && Wilson.LowerBound(numbers.Contacted, numbers.Attempts) >= ContactShare;

    private static bool TooManyCameBack(IReadOnlyList<RepeatContact> repeats) =>
        repeats.Any(first => repeats.Where(repeat => repeat.At >= first.At && repeat.At - first.At <= Stretch)
            .DistinctBy(repeat => repeat.Reader).Count() >= DifferentPeople);
}
