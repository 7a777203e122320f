using System.Diagnostics;
using System.Globalization;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>What it costs that articles of each audience stand on a shelf of their own: the same articles behind few audiences and behind many, searched by somebody who sees all.</summary>
internal static class ShelfRun
{
    private const int Articles = 3_000;
    private const int Searches = 500;
    private static readonly int[] Audiences = [1, 10, 100, 300];

    public static async Task<int> RunAsync()
    {
        var table = new ResultTable($"{Articles} articles, {Searches} searches of one word and {Searches} of two by somebody who sees all, {Environment.ProcessorCount} cores");
        double? few = null;
        foreach (var audiences in Audiences)
        {
            var median = await MeasureAsync(audiences);
            few ??= median;
            table.Add($"{audiences} audiences, median", string.Create(CultureInfo.InvariantCulture, $"{median:0.00} ms, {median / few:0.0} times"));
        }
        table.Print(Console.Out);
        return 0;
    }

    private static async Task<double> MeasureAsync(int audiences)
    {
        var folder = Directory.CreateTempSubdirectory("kc-shelves-").FullName;
        try
        {
            Write(Path.Combine(folder, "articles"), audiences);
            await using var site = await StartedSite.StartAsync(folder, [.. StartedSite.BehindProxy, "--Identity:Roles:Administrator:0=admins"]);
            using var client = site.Asking();
            client.DefaultRequestHeaders.Add("Remote-User", "ada");
            client.DefaultRequestHeaders.Add("Remote-Groups", "admins");
            await client.GetStringAsync("/api/v1/search?q=printer");
            var times = new List<double>();
            for (var number = 0; number < Searches; number++)
            {
                times.Add(await TimeAsync(client, Word(number)));
                times.Add(await TimeAsync(client, $"printer {Word(number + Searches)}"));
            }
            return times.Order().ElementAt(times.Count / 2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> TimeAsync(HttpClient client, string words)
    {
        var began = Stopwatch.GetTimestamp();
        await client.GetStringAsync($"/api/v1/search?q={Uri.EscapeDataString(words)}");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static string Word(int number) => $"word{(uint)((number + 1) * 2_654_435_761u):x8}";

    private static void Write(string folder, int audiences)
    {
        Directory.CreateDirectory(folder);
        for (var number = 0; number < Articles; number++)
            File.WriteAllText(Path.Combine(folder, $"note{number}.md"), $"---\naudience: [group{number % audiences}]\n---\n# About {Word(number)}\n\nThe printer of {Word(number)}: turn it on, and off again.\n");
    }
}
