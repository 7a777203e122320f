namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>The table of all methods over some seeds of one world.</summary>
internal sealed class DetectionTable(IReadOnlyList<DetectionRun> runs)
{
    private const int QuartersAYear = 4;

    public void Print(TextWriter output)
    {
        output.WriteLine($"{"method",-32} flags  prec   rec  after     FP  P@20  gain20   before");
        for (var method = 0; method < runs[0].Detections.Count; method++)
            Row(output, [.. runs.Select(run => run.Detections[method])], [.. runs.Select(run => run.Qualities[method])]);
        Calibration(output, [.. runs.Select(run => run.Qualities[^1])]);
    }

    private static void Row(TextWriter output, Detection[] runs, ListQuality[] lists)
    {
        var bad = runs.SelectMany(run => run.Episodes).Where(episode => episode.Avoidable >= BadEpisode.Material).ToArray();
        var found = bad.Where(episode => episode.AtFlag is not null).Select(episode => episode.AtFlag.GetValueOrDefault()).ToArray();
        double hits = runs.Sum(run => run.Hits), wrong = runs.Sum(run => run.FalseFlags);
        output.WriteLine($"{runs[0].Method.Name,-32} {runs.Average(run => (double)run.Flags),5:f0} {hits / Math.Max(1, hits + wrong),5:f3}"
            + $" {found.Length / Math.Max(1.0, bad.Length),5:f3} {bad.Sum(episode => episode.AvoidableAfter) / Math.Max(1e-9, bad.Sum(episode => episode.Avoidable)),6:f3}"
            + $" {1000 * wrong / Math.Max(1, runs.Sum(run => run.Healthy)) / QuartersAYear,6:f2} {lists.SelectMany(list => list.Precision).Average(),5:f2}"
            + $" {lists.SelectMany(list => list.Gain).Average(),7:f2}   {Median(found.Select(at => at.Avoidable)):f1} / {Median(found.Select(at => at.Failed)):f0} / {Median(found.Select(at => (double)at.Days)):f0}");
    }

    private static void Calibration(TextWriter output, ListQuality[] lists)
    {
        var bins = Enumerable.Range(0, 10).Select(bin => lists.Select(list => list.Calibration.ElementAt(bin)).ToArray()).ToArray();
        var all = bins.Sum(bin => bin.Sum(part => part.Count));
        var error = bins.Sum(bin => Math.Abs(bin.Sum(part => part.Stated) - bin.Sum(part => part.True))) / all;
        output.WriteLine($"calibration, stated -> true (articles): {string.Join("  ", bins.Select(Bin))}");
        output.WriteLine($"expected calibration error {error:f4}");
    }

    private static string Bin((double Stated, double True, int Count)[] parts)
    {
        var count = Math.Max(1, parts.Sum(part => part.Count));
        return $"{parts.Sum(part => part.Stated) / count:f3}->{parts.Sum(part => part.True) / count:f3} ({parts.Sum(part => part.Count)})";
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
