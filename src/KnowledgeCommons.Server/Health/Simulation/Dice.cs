using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>Chance from a seed: the same seed gives the same world on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Xoshiro256StarStar _random = new(seed, threadSafe: false);

    public double Share() => _random.NextDouble();
    public bool Chance(double probability) => _random.NextDouble() < probability;
    public double Between(double low, double high) => low + ((high - low) * _random.NextDouble());
    public int Below(int limit) => _random.Next(limit);
    public int Poisson(double mean) => mean <= 0 ? 0 : MathNet.Numerics.Distributions.Poisson.Sample(_random, mean);

    /// <summary>exp of a normal number: <paramref name="median"/> in the middle, <paramref name="spread"/> on the logarithm.</summary>
    public double LogNormal(double median, double spread) => median * Math.Exp(Normal.Sample(_random, 0, spread));

    public double Exponential(double mean) => MathNet.Numerics.Distributions.Exponential.Sample(_random, 1 / mean);
    public double Beta(double a, double b) => MathNet.Numerics.Distributions.Beta.Sample(_random, a, b);

    /// <summary>1, 2, 3, … tries until something of this probability happens.</summary>
    public int Tries(double probability) => Geometric.Sample(_random, probability);

    public int OutOf(int tries, double probability)
    {
        var hits = 0;
        for (var each = 0; each < tries; each++) if (_random.NextDouble() < probability) hits++;
        return hits;
    }
}
