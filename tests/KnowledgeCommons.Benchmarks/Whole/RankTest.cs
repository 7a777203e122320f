namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>Mann and Whitney's rank test for two groups of times, by the normal approximation, which is good from twenty in each on.</summary>
internal static class RankTest
{
    /// <summary>How probable ranks as different as these are when both groups are alike: 0 to 1, two-sided.</summary>
    public static double Probability(IReadOnlyCollection<double> one, IReadOnlyCollection<double> other)
    {
        var ranks = 0.0;
        var sorted = one.Select(value => (value, IsOne: true)).Concat(other.Select(value => (value, IsOne: false))).OrderBy(each => each.value).ToList();
        for (var place = 0; place < sorted.Count; place++)
            if (sorted[place].IsOne) ranks += place + 1;
        var (n, m) = ((double)one.Count, (double)other.Count);
        var u = ranks - (n * (n + 1) / 2);
        var z = (u - (n * m / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12);
        return Complement(Math.Abs(z) / Math.Sqrt(2));
    }

    // The complementary error function: Abramowitz and Stegun 7.1.26, wrong by 1.5e-7 at most.
    private static double Complement(double x)
    {
        var t = 1 / (1 + (0.3275911 * x));
        var sum = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return sum * Math.Exp(-x * x);
    }
}
