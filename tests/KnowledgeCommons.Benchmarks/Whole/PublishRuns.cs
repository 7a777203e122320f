using System.Diagnostics;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>How long until articles are live: from nothing, after a restart, and after one change.</summary>
internal sealed class PublishRuns(string articles, string root, ResultTable table)
{
    private const int Times = 3;
    private readonly string _data = Path.Combine(root, "data");

    public async Task RunAsync()
    {
        var cold = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
            await using var server = await ServerProcess.StartAsync(articles, _data);
            cold.Add(server.UntilReady.TotalSeconds);
        }
        table.Add("cold start until all is published and searchable", $"{Median(cold):0.00} s", "≤ 5 s");

        var again = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            await using var server = await ServerProcess.StartAsync(articles, _data);
            again.Add(server.UntilReady.TotalSeconds);
            if (time == Times - 1) await ChangeAsync(server);
        }
        table.Add("restart with unchanged content", $"{Median(again):0.00} s", "≤ 1.5 s");
    }

    private async Task ChangeAsync(ServerProcess server)
    {
        var file = Directory.EnumerateFiles(articles, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var seconds = new List<double>();
        for (var time = 0; time < 5; time++)
        {
            var word = $"quokka{time}{Stopwatch.GetTimestamp()}";
            await File.AppendAllTextAsync(file, $"\n\nA new line about {word}.\n");
            var watch = Stopwatch.StartNew();
            while (!(await server.Client.GetStringAsync($"/api/v1/search?q={word}")).Contains("\"total\":1", StringComparison.Ordinal))
            {
                if (watch.Elapsed.TotalSeconds > 30) throw new InvalidOperationException("The change never became searchable.");
                await Task.Delay(5);
            }
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        table.Add("one changed article live and searchable", $"{Median(seconds):0.00} s", "≤ 1 s");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
