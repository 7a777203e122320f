using System.Diagnostics;
using System.Globalization;
using KnowledgeCommons.Benchmarks.Whole;

namespace KnowledgeCommons.Benchmarks.Scale;

/// <summary>kc contacts import as a process of its own over a file of a million tickets; its memory is what the kernel says it had at most.</summary>
internal static class ImportRun
{
    private const int Rows = 1_000_000;
    private const string Words = "Since this morning the connection is lost whenever I open a second window, and the message says that I should try again later. I have restarted it twice.";

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kc-import-").FullName;
        try
        {
            var (file, data) = (Path.Combine(folder, "tickets.csv"), Directory.CreateDirectory(Path.Combine(folder, "data")).FullName);
            await WriteAsync(file);
            var table = new ResultTable($"kc contacts import, {Rows:N0} tickets of Zendesk in {new FileInfo(file).Length / 1e6:N0} MB of CSV");
            foreach (var what in (string[])["new", "the same file again"])
            {
                var (seconds, processor, megabytes) = await ImportAsync(file, data);
                table.Add($"{what}: rows a second (by the clock / by processor time)", string.Create(CultureInfo.InvariantCulture, $"{Rows / seconds:N0} / {Rows / processor:N0}"), "≥ 20,000");
                table.Add($"{what}: most resident memory", $"{megabytes:N0} MB", "≤ 400 MB");
            }
            table.Print(Console.Out);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteAsync(string file)
    {
        await using var lines = new StreamWriter(file);
        await lines.WriteLineAsync("Id,Requester,Requester email,Subject,Description,Group,Created at,Solved at");
        var first = new DateTime(2025, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var row = 0; row < Rows; row++)
        {
            var at = first.AddSeconds(row * 30L).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            await lines.WriteLineAsync($"{row},Person {row % 80_000},person{row % 80_000}@example.com,\"No connection, window {row % 977}\",\"{Words}\n{row}\",Network,{at},{at}");
        }
    }

    private static async Task<(double Seconds, double Processor, double Megabytes)> ImportAsync(string file, string data)
    {
        var started = Stopwatch.GetTimestamp();
        using var kc = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "KnowledgeCommons.Cli.dll"), "contacts", "import", file, "--preset", "zendesk", "--zone", "UTC", "--data", data])
        { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet cannot be started.");
        var told = kc.StandardOutput.ReadToEndAsync();
        var (most, processor) = (0.0, TimeSpan.Zero);
        while (!kc.WaitForExit(100))
        {
            try
            {
                kc.Refresh();
                (most, processor) = (Math.Max(most, kc.PeakWorkingSet64 / 1e6), kc.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It ended in between; what was read last is 100 ms old.
            }
        }
        if (kc.ExitCode != 0) throw new InvalidOperationException(await told);
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, processor.TotalSeconds, most);
    }
}
