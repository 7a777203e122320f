using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>
/// Many people ask for help at once while others watch their receipts: requests arrive at a fixed pace, whether the server keeps up or not, and each is
/// timed from the moment at which it was due. Afterwards the process is killed, and what it acknowledged is looked for on disk.
/// </summary>
internal sealed class HelpRun(ServerProcess server, string data)
{
    private const int Receipts = 50;
    private const int PerSecond = 100;
    private const int Seconds = 20;
    private const int WordsEvery = 10;
    private int _events;

    public static async Task<int> RunAsync(string articles)
    {
        var data = Directory.CreateTempSubdirectory("kc-help-").FullName;
        try
        {
            await using var server = await ServerProcess.StartAsync(Path.GetFullPath(articles), data);
            await new HelpRun(server, data).PrintAsync(Console.Out);
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task PrintAsync(TextWriter output)
    {
        using var over = new CancellationTokenSource();
        var watched = new List<string>();
        for (var number = 0; number < Receipts; number++) watched.Add((await AskAsync($"The screen of room {number} stays black")).Receipt);
        var watching = watched.Select(receipt => WatchAsync(receipt, over.Token)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var before = _events;
        var asked = await ArriveAsync(watched);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var seen = _events - before;
        await over.CancelAsync();
        await Task.WhenAll(watching);
        await server.DisposeAsync();

        var times = asked.Select(each => each.Milliseconds).Order().ToList();
        var said = asked.Count / WordsEvery;
        var table = new ResultTable($"{Receipts} receipts open, {PerSecond} cases a second for {Seconds} s, {Environment.ProcessorCount} cores");
        table.Add("POST /help, p50", Milliseconds(times[times.Count / 2]));
        table.Add("POST /help, p99", Milliseconds(times[times.Count * 99 / 100]), "≤ 150 ms");
        table.Add("acknowledged, and on disk after the process was killed", $"{Receipts + asked.Count}, {OnDisk()}", "the same");
        table.Add("words added to open receipts, and changes seen there", $"{said}, {seen}", "at least one each, unless they arrive together");
        table.Print(output);
    }

    private async Task<IReadOnlyList<(string Receipt, double Milliseconds)>> ArriveAsync(List<string> watched)
    {
        var began = Stopwatch.GetTimestamp();
        var all = new List<Task<(string, double)>>();
        for (var number = 0; number < PerSecond * Seconds; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond);
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early) await Task.Delay(early);
            all.Add(AskAsync($"Case {number}: the printer on the third floor takes no paper", () => Stopwatch.GetElapsedTime(began) - due));
            if (number % WordsEvery == 0) _ = SayAsync(watched[number / WordsEvery % Receipts], $"One more thing, number {number}");
        }
        return await Task.WhenAll(all);
    }

    private async Task<(string Receipt, double Milliseconds)> AskAsync(string problem, Func<TimeSpan>? since = null)
    {
        var began = Stopwatch.GetTimestamp();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["problem"] = problem, ["impact"] = "slowed", ["people"] = "me", ["reach"] = "here" });
        using var answer = await server.Client.PostAsync("/help", form);
        var took = since?.Invoke() ?? Stopwatch.GetElapsedTime(began);
        var receipt = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"A case was not taken: {answer.StatusCode}");
        return (receipt, took.TotalMilliseconds);
    }

    private async Task SayAsync(string receipt, string words)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = words });
        using var answer = await server.Client.PostAsync(receipt + "/say", form);
    }

    private async Task WatchAsync(string receipt, CancellationToken over)
    {
        try
        {
            using var answer = await server.Client.GetAsync(receipt + "/live", HttpCompletionOption.ResponseHeadersRead, over);
            answer.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(over));
            while (await lines.ReadLineAsync(over) is { } line)
                if (line == "event: change") Interlocked.Increment(ref _events);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The reader has seen enough.
        }
    }

    private long OnDisk()
    {
        var file = Directory.EnumerateFiles(data, "*.db").First(path => Path.GetFileName(path) is not ("search.db" or "library.db"));
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM help_case");
    }

    private static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} ms");
}
