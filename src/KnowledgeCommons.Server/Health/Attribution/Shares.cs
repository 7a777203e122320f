namespace KnowledgeCommons.Server.Health;

/// <summary>
/// How much of a contact belongs to each article that the person had read before: s = q / (1 − q) · 2^(−days / 3), w = s / (1 + Σ s), with q the probability that
/// the contact is about the article. The sum stays below 1: it may be about something else.
/// </summary>
internal static class Shares
{
    private const double DaysToHalve = 3;

    /// <summary>In the order of what was read; each from 0 to 1.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<(double Related, TimeSpan Age)> read)
    {
        var odds = read.Select(each => each.Related / (1 - each.Related) * Math.Pow(2, -Math.Max(0, each.Age.TotalDays) / DaysToHalve)).ToList();
        var all = 1 + odds.Sum();
        return [.. odds.Select(one => one / all)];
    }
}
