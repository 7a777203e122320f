using System.Globalization;

namespace KnowledgeCommons.Benchmarks.Quality;

/// <summary>
/// How good rankings are, on average over questions: success at 1 and 3, mean reciprocal rank and normalised discounted cumulative gain at 10
/// (gain 2^grade − 1, discount log₂(rank + 1); Järvelin and Kekäläinen 2002); and how long they took, in milliseconds.
/// </summary>
internal sealed class Measures
{
    private const int Depth = 10;
    private readonly List<double> _milliseconds = [];
    private (double First, double Third, double Reciprocal, double Gain) _sum;

    public void Add(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades, TimeSpan took)
    {
        _milliseconds.Add(took.TotalMilliseconds);
        int[] found = [.. ranked.Take(Depth).Select(document => grades.GetValueOrDefault(document))];
        var first = Array.FindIndex(found, grade => grade > 0);
        if (first < 0) return;
        var ideal = Gain(grades.Values.OrderDescending().Take(Depth));
        _sum = (_sum.First + (first == 0 ? 1 : 0), _sum.Third + (first < 3 ? 1 : 0), _sum.Reciprocal + (1.0 / (first + 1)), _sum.Gain + (Gain(found) / ideal));
    }

    public string Row()
    {
        var (count, times) = (_milliseconds.Count, _milliseconds.Order().ToList());
        return string.Create(CultureInfo.InvariantCulture,
            $"{_sum.First / count:.000} {_sum.Third / count:.000} {_sum.Reciprocal / count:.000}   {_sum.Gain / count:.000}    {times[count / 2],6:0.00} {times[count * 95 / 100],6:0.00} {times[count * 99 / 100],6:0.00} {count,6}");
    }

    public static string Head => "S@1  S@3  MRR@10 nDCG@10  p50 ms p95 ms p99 ms      n";

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();
}
