using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>wrk, the load generator of the system's packages: one thread, so that the other core is the server's.</summary>
internal static partial class Wrk
{
    public static bool IsHere => File.Exists("/usr/bin/wrk");

    /// <summary>Answers per second and how many were neither 2xx nor 3xx.</summary>
    public static async Task<(double PerSecond, long Refused)> RunAsync(Uri address, int connections, int seconds, IReadOnlyDictionary<string, string> headers, string? script = null)
    {
        var start = new ProcessStartInfo("/usr/bin/wrk") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-t1");
        start.ArgumentList.Add($"-c{connections}");
        start.ArgumentList.Add($"-d{seconds}s");
        foreach (var (name, value) in headers)
        {
            start.ArgumentList.Add("-H");
            start.ArgumentList.Add($"{name}: {value}");
        }
        if (script is not null)
        {
            start.ArgumentList.Add("-s");
            start.ArgumentList.Add(script);
        }
        start.ArgumentList.Add(address.ToString());
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var perSecond = double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        var refused = Refused().Match(output) is { Success: true } match ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        return (perSecond, refused);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Refused();
}
