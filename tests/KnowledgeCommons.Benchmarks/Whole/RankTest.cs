namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>
/// Whether two samples come from one distribution: the rank test of Mann and Whitney ("On a test of whether one of two random variables is stochastically larger than the
/// other", 1947), two-sided, by its normal approximation with the correction for ties and for continuity.
/// </summary>
internal static class RankTest
{
    /// <summary>The probability of ranks at least as far apart when there is no difference, 0 to 1; for samples of twenty and more.</summary>
    public static double P(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var all = one.Select(value => (Value: value, IsOne: true)).Concat(other.Select(value => (Value: value, IsOne: false))).OrderBy(each => each.Value).ToList();
        var (ranks, ties) = (0.0, 0.0);
        for (var first = 0; first < all.Count;)
        {
            var next = first;
            while (next < all.Count && all[next].Value.Equals(all[first].Value)) next++;
            ranks += (first + next + 1) / 2.0 * all[first..next].Count(each => each.IsOne);
            ties += Math.Pow(next - first, 3) - (next - first);
            first = next;
        }
        double n = one.Count, m = other.Count, sum = n + m;
        var u = ranks - (n * (n + 1) / 2);
        var deviation = Math.Sqrt(n * m / 12 * (sum + 1 - (ties / (sum * (sum - 1)))));
        var z = Math.Max(0, Math.Abs(u - (n * m / 2)) - 0.5) / deviation;
        return Math.Min(1, 2 * (1 - Normal(z)));
    }

    // Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.2.17; wrong by less than 1e-7.
    private static double Normal(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        var tail = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return 1 - (Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * tail);
    }
}
