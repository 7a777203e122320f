using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>How good the top 20 of a method's list are, and how honest its probabilities, at the end of each quarter.</summary>
internal sealed class ListQuality(World world, Method method)
{
    private const int Top = 20;
    private const int Bins = 10;
    private readonly double[] _stated = new double[Bins];
    private readonly double[] _true = new double[Bins];
    private readonly int[] _count = new int[Bins];

    public List<double> Precision { get; } = [];
    public List<double> Gain { get; } = [];

    public IEnumerable<(double Stated, double True, int Count)> Calibration =>
        Enumerable.Range(0, Bins).Select(bin => (_stated[bin], _true[bin], _count[bin]));

    public void Look()
    {
        // A mildly faulty page is neither a hit nor a miss.
        var top = world.Articles.Where(article => article.IsBad || article.IsOrdinary)
            .OrderByDescending(article => method.Score(article.Number)).ThenBy(article => article.Number).Take(Top).ToArray();
        Precision.Add(top.Count(article => article.IsBad) / (double)Top);
        var ideal = world.Articles.Where(article => article.IsBad).Select(Avoidable).OrderDescending().Take(Top).Sum();
        Gain.Add(ideal <= 0 ? 0 : top.Where(article => article.IsBad).Sum(Avoidable) / ideal);
        foreach (var article in world.Articles)
        {
            if (method.Bad(article.Number) is not { } stated) return;
            var bin = Math.Min(Bins - 1, (int)(stated * Bins));
            _stated[bin] += stated;
            _true[bin] += article.Fault >= 1.5 ? 1 : 0;
            _count[bin]++;
        }
    }

    public static double Avoidable(SimulatedArticle article) =>
        article.EpisodesPerDay * article.Topic.Unsolved * article.Difficulty * article.Topic.Contact * (article.Fault - 1);
}
