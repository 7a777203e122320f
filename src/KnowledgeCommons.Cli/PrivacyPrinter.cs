using System.Globalization;
using KnowledgeCommons.Server.Privacy;

namespace KnowledgeCommons.Cli;

/// <summary>Carries out kc privacy, and says what became of it. The person's name is not repeated: terminals remember.</summary>
internal sealed class PrivacyPrinter(TextWriter output)
{
    public async Task<int> ReportAsync(KeptReport report, CancellationToken cancel)
    {
        await output.WriteLineAsync("table\trows\tholds\toldest\tnext end");
        foreach (var row in await report.AllAsync(cancel))
            await output.WriteLineAsync($"{row.Table}\t{row.Rows}\t{(row.Holds.Count == 0 ? "counts only" : string.Join(", ", row.Holds.Select(Words)))}\t{Day(row.Oldest)}\t{Day(row.Next)}");
        return ExitCode.Done;
    }

    public async Task<int> PreviewAsync(Forgetting forgetting, string person, CancellationToken cancel)
    {
        var rows = await forgetting.PreviewAsync(person, cancel);
        if (rows.Count == 0) await output.WriteLineAsync("Nothing is kept under this name.");
        foreach (var (table, count) in rows) await output.WriteLineAsync($"{table}\t{count}");
        return ExitCode.Done;
    }

    public async Task<int> ForgetAsync(Forgetting forgetting, string person, CancellationToken cancel)
    {
        var done = await forgetting.ForgetAsync(person, cancel);
        if (done.Rows.Count == 0) await output.WriteLineAsync("Nothing was kept under this name.");
        foreach (var (table, count) in done.Rows) await output.WriteLineAsync($"{table}\t{count}");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Searched {done.Bytes:N0} bytes of the database's files for {done.Marks} names, codes and sentences of theirs."));
        if (done.Left.Count == 0)
        {
            await output.WriteLineAsync("No trace is left. Backups hold what they held: they lose it when they are deleted.");
            return ExitCode.Done;
        }
        await output.WriteLineAsync("Something is left, in what other people wrote or because the database was in use. Look at these places, then run this again:");
        foreach (var place in done.Left) await output.WriteLineAsync($"  {place}");
        return ExitCode.Findings;
    }

    private static string Words(Holds holds) => holds switch
    {
        Holds.Pseudonym => "pseudonyms",
        Holds.PersonHash => "keyed hashes",
        Holds.Address => "addresses (encrypted)",
        Holds.Name => "names",
        Holds.Words => "words",
        Holds.Staff => "names of staff",
        _ => "hashes of links"
    };

    private static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
