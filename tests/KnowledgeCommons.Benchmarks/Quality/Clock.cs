using System.Diagnostics;
using System.Globalization;

namespace KnowledgeCommons.Benchmarks.Quality;

/// <summary>How long each time of one thing took, by the clock and of the processor; on a machine with other work the latter is what stays the same.</summary>
internal sealed class Clock
{
    private readonly List<double> _times = [];
    private readonly List<double> _busy = [];

    public void Time(Action work)
    {
        var (since, busy) = Now;
        work();
        Add(since, busy);
    }

    public async Task TimeAsync(Func<Task> work)
    {
        var (since, busy) = Now;
        await work();
        Add(since, busy);
    }

    public void Print(string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} {Line(_times)}  of the processor {Line(_busy)}  mean {_busy.Average():0.00}  n {_times.Count}"));

    private static (long, TimeSpan) Now => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    private void Add(long since, TimeSpan busy)
    {
        _busy.Add((Environment.CpuUsage.TotalTime - busy).TotalMilliseconds);
        _times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }

    private static string Line(List<double> times)
    {
        List<double> sorted = [.. times.Order()];
        return string.Create(CultureInfo.InvariantCulture,
            $"p50 {sorted[sorted.Count / 2],6:0.00}  p95 {sorted[sorted.Count * 95 / 100],6:0.00}  p99 {sorted[sorted.Count * 99 / 100],6:0.00} ms");
    }
}
