using static MathNet.Numerics.SpecialFunctions;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>
/// The gamma-Poisson shrinker with one gamma prior fitted by moments: flags when the 5 % point of the posterior ratio is above 1.5.
/// W. DuMouchel, "Bayesian data mining in large frequency tables", The American Statistician 53 (1999) 177–190.
/// </summary>
internal sealed class EmpiricalBayes(string name, Tally tally) : Method(name)
{
    private const double Ratio = 1.5;
    private readonly double[] _scores = new double[tally.Articles];

    public override void Judge()
    {
        var shape = Shape();
        for (var article = 0; article < _scores.Length; article++)
            _scores[article] = 1 - GammaLowerRegularized(shape + tally.Failed[article], Ratio * (shape + tally.Expected[article]));
    }

    public override bool Flags(int article) => _scores[article] > 0.95;

    public override double Score(int article) => _scores[article];

    // A gamma prior of mean 1: its variance is what the squares of (failed - expected) have beyond Poisson's.
    private double Shape()
    {
        double beyond = 0, squares = 0;
        for (var article = 0; article < tally.Articles; article++)
        {
            var expected = Math.Min(tally.Expected[article], 50);
            if (expected <= 0) continue;
            var ratio = tally.Failed[article] / tally.Expected[article];
            beyond += expected * expected * (Math.Pow(ratio - 1, 2) - (1 / tally.Expected[article]));
            squares += expected * expected;
        }
        return 1 / Math.Clamp(beyond / Math.Max(1, squares), 0.02, 4);
    }
}
