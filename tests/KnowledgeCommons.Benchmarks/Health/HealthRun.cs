using System.Diagnostics;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>
/// The estimator in a simulated world with known truth, beside simple methods. Figures are tuned on seeds 1 to 8 and reported on others.
/// </summary>
internal static class HealthRun
{
    private const int FirstSeed = 201;
    private const int LoopSeeds = 5;

    /// <param name="seeds">How many from 201 on, or a span such as 1-8.</param>
    /// <param name="withLoop">Also the worlds in which owners act.</param>
    public static int Run(string world, string seeds, bool withLoop)
    {
        if (!Worlds.All.TryGetValue(world, out var settings) || Seeds(seeds) is not { Length: > 0 } chosen)
        {
            Console.Error.WriteLine($"Worlds: {string.Join(", ", Worlds.All.Keys)}. Seeds: how many, from 201 on, or a span such as 1-8.");
            return 2;
        }
        var started = Stopwatch.GetTimestamp();
        var runs = chosen.Select(seed => new DetectionRun(settings, seed)).ToArray();
        foreach (var run in runs) run.Run();
        Console.WriteLine($"world {world}, seeds {chosen[0]} to {chosen[^1]}: {settings.Articles} articles, {settings.EpisodesPerWeek:f0} episodes a week, {settings.Weeks} weeks;"
            + $" material bad pages {runs.Average(run => run.Detections[0].Episodes.Count(episode => episode.Avoidable >= BadEpisode.Material)):f0} a seed");
        new DetectionTable(runs).Print(Console.Out);
        if (withLoop) new LoopTable(settings, chosen[..Math.Min(LoopSeeds, chosen.Length)]).Print(Console.Out);
        Console.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:f0} s; estimator {runs.Average(run => run.InModel.TotalSeconds):f2} s of processor time a seed");
        return 0;
    }

    private static int[]? Seeds(string seeds) => seeds.Split('-') switch
    {
        [var count] when int.TryParse(count, out var many) && many is > 0 and <= 100 => [.. Enumerable.Range(FirstSeed, many)],
        [var from, var to] when int.TryParse(from, out var first) && int.TryParse(to, out var last) && last >= first && last - first < 100 => [.. Enumerable.Range(first, last - first + 1)],
        _ => null
    };
}
