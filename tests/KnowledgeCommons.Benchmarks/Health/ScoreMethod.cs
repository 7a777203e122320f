namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>Flags every article whose score is above a threshold.</summary>
internal sealed class ScoreMethod(string name, Tally tally, Func<int, double> score, Func<double> threshold) : Method(name)
{
    private double _threshold;
    private readonly double[] _scores = new double[tally.Articles];

    public override void Judge()
    {
        for (var article = 0; article < _scores.Length; article++) _scores[article] = score(article);
        _threshold = threshold();
    }

    public override bool Flags(int article) => _scores[article] > _threshold;

    public override double Score(int article) => _scores[article];
}
