using static MathNet.Numerics.SpecialFunctions;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>What other systems do, and what statistics books offer, over the same totals.</summary>
internal static class SimpleMethods
{
    private const double FalseDiscoveries = 0.10;

    public static IEnumerable<Method> All(Tally tally) =>
    [
        new ScoreMethod("helpful < 50 %, >= 10 votes", tally, a => Votes(tally, a) >= 10 ? 1 - (tally.Yes[a] / Votes(tally, a)) : 0, () => 0.5),
        new ScoreMethod("net votes <= -5", tally, a => tally.NotYet[a] - tally.Yes[a], () => 4.999),
        new ScoreMethod("Wilson 95 % bound of \"no\" > .5", tally, a => Wilson(tally.NotYet[a], Votes(tally, a)), () => 0.5),
        new ScoreMethod("Bayesian average > .5", tally, a => (tally.NotYet[a] + 1.2) / (Votes(tally, a) + 3), () => 0.5),
        new ScoreMethod("calls > 2x site, >= 10", tally, a => tally.Calls[a] >= 10 ? tally.Calls[a] / Math.Max(1, tally.Episodes[a]) : 0, () => 2 * SiteRate(tally)),
        new TopMethod("top 2 % of calls", tally, share: 0.02),
        new SelectMethod("topic Poisson + BH .10", tally, a => -Tail(tally.Failed[a], tally.Expected[a]), BenjaminiHochberg),
        new EmpiricalBayes("gamma-Poisson EB05 > 1.5", tally),
        new SelectMethod("e-process + e-BH .10", tally, a => EValue(tally.Failed[a], tally.Expected[a]), EBenjaminiHochberg)
    ];

    private static double Votes(Tally tally, int article) => tally.Yes[article] + tally.NotYet[article];

    private static double SiteRate(Tally tally) => tally.Calls.Sum() / Math.Max(1, tally.Episodes.Sum());

    private static double Wilson(double hits, double of) => KnowledgeCommons.Server.Health.Wilson.LowerBound((long)hits, (long)of);

    private static double Tail(double count, double mean) => count <= 0 || mean <= 0 ? 1 : GammaLowerRegularized(count, mean);

    /// <summary>An even mixture of likelihood ratios against four raised rates.</summary>
    private static double EValue(double failed, double expected)
    {
        double[] raised = [1.5, 2, 3, 4];
        return raised.Average(rate => Math.Exp(Math.Min(600, (failed * Math.Log(rate)) - (expected * (rate - 1)))));
    }

    private static int BenjaminiHochberg(IReadOnlyList<double> scores)
    {
        for (var count = scores.Count; count > 0; count--)
            if (-scores[count - 1] <= FalseDiscoveries * count / scores.Count) return count;
        return 0;
    }

    private static int EBenjaminiHochberg(IReadOnlyList<double> scores)
    {
        for (var count = scores.Count; count > 0; count--)
            if (scores[count - 1] >= scores.Count / (FalseDiscoveries * count)) return count;
        return 0;
    }
}
