using System.Globalization;
using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Cli;

/// <summary>Says at the end of an import what became of the rows.</summary>
internal sealed class ImportSummary(TextWriter output)
{
    public async Task WriteAsync(ImportReport report, RefusedRows refused, bool isDry)
    {
        foreach (var row in refused.First) await output.WriteLineAsync(row);
        if (report.Refused > refused.First.Count)
            await output.WriteLineAsync($"… and {Number(report.Refused - refused.First.Count)} more; {(refused.Path is { } file ? $"all are in {file}." : "--refused FILE lists them all.")}");
        if (report.UnknownReasons > 0)
            await output.WriteLineAsync($"{Number(report.UnknownReasons)} rows name a reason that is not known here and count without one. Known are {string.Join(", ", ContactReason.Keys)}.");
        await output.WriteLineAsync(isDry
            ? $"{Number(report.Rows)} rows: {Number(report.Kept.Added)} can be imported, {Number(report.Refused)} cannot. Nothing was changed."
            : $"{Number(report.Rows)} rows: {Number(report.Kept.Added)} new, {Number(report.Kept.Updated)} changed, {Number(report.Kept.Unchanged)} known already, {Number(report.Refused)} left out.");
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
