namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Plain rules over one revision's numbers, beside the model: they see a small site's trouble before the model can, and never interrupt anybody where
/// chance would do the same.
/// </summary>
internal static class FlagRule
{
    public const long FewestAttempts = 5;
    private const double ContactShare = 0.15;
    private const int DifferentPeople = 3;

    // Of a normal page, 4 of 100 episodes end in a contact and a quarter of those in another one.
    private const double UsualRepeats = 0.04 * 0.25;
    private const double HardlyByChance = 1e-5;
    private static readonly TimeSpan Stretch = TimeSpan.FromDays(14);

    /// <summary>
    /// Worth a look: of at least 5 attempts so many ended in a contact that the lower end of the 95 % <see cref="Wilson"/> interval of their share is 0.15 or
    /// more, or three different people had a repeat contact within some 14 days.
    /// </summary>
    public static bool Calls(RevisionNumbers numbers) => TooManyContacts(numbers) || TooManyCameBack(numbers.Repeats);

    /// <summary>
    /// Three different people came back within 14 days, and so few people read the article that hardly ever this would happen to a normal page: the
    /// probability of three or more, Poisson distributed, is below one in 100,000. Popular pages always have three such people.
    /// </summary>
    public static bool Alarms(RevisionNumbers numbers) => TooManyCameBack(numbers.Repeats) && ThreeByChance(UsualRepeats * Math.Max(numbers.Readers, numbers.Attempts)) < HardlyByChance;

    /// <summary>Whether <see cref="Alarms"/> depends on how many people read the revision.</summary>
    public static bool AsksForReaders(RevisionNumbers numbers) => TooManyCameBack(numbers.Repeats);

    private static double ThreeByChance(double expected) => 1 - (Math.Exp(-expected) * (1 + expected + (expected * expected / 2)));

    private static bool TooManyContacts(RevisionNumbers numbers) =>
        numbers.Attempts >= FewestAttempts && Wilson.LowerBound(numbers.Contacted, numbers.Attempts) >= ContactShare;

    private static bool TooManyCameBack(IReadOnlyList<RepeatContact> repeats) =>
        repeats.Any(first => repeats.Where(repeat => repeat.At >= first.At && repeat.At - first.At <= Stretch)
            .DistinctBy(repeat => repeat.Reader).Count() >= DifferentPeople);
}
