namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>Flags as many of the highest scores as a procedure for many tests at once allows.</summary>
internal sealed class SelectMethod(string name, Tally tally, Func<int, double> score, Func<IReadOnlyList<double>, int> howMany) : Method(name)
{
    private readonly double[] _scores = new double[tally.Articles];
    private double _least = double.MaxValue;

    public override void Judge()
    {
        for (var article = 0; article < _scores.Length; article++) _scores[article] = score(article);
        double[] sorted = [.. _scores.OrderDescending()];
        var count = howMany(sorted);
        _least = count == 0 ? double.MaxValue : sorted[count - 1];
    }

    public override bool Flags(int article) => _scores[article] >= _least;

    public override double Score(int article) => _scores[article];
}
