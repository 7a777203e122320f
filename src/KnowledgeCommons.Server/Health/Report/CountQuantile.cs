namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Quantiles of counts, interpolated between whole numbers so that limits do not jump with the sample's size:
/// r − (P(R ≤ r) − p) / P(R = r), where r is the smallest count with P(R ≤ r) ≥ p.
/// D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005) 1185–1202, appendix A.1.
/// </summary>
internal static class CountQuantile
{
    private const int Most = 1_000_000;

    /// <summary>Of the successes among <paramref name="tries"/>, each with the same chance between 0 and 1.</summary>
    public static double Binomial(double p, int tries, double chance) => chance <= 0 || tries <= 0
        ? 0
        : chance >= 1 ? tries : Of(p, tries * Math.Log(1 - chance), tries, r => (tries - r + 1.0) / r * chance / (1 - chance));

    /// <summary>Of a Poisson count with this mean.</summary>
    public static double Poisson(double p, double mean) => mean <= 0 ? 0 : Of(p, -mean, Most, r => mean / r);

    // On logarithms: the chance of no success at all is too small for a double when many are expected.
    private static double Of(double p, double logOfNone, int most, Func<int, double> step)
    {
        var log = logOfNone;
        var sum = Math.Exp(log);
        var r = 0;
        while (sum < p && r < most) sum += Math.Exp(log += Math.Log(step(++r)));
        return Math.Max(0, r - ((sum - p) / Math.Exp(log)));
    }
}
