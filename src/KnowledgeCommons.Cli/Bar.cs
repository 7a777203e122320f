using KnowledgeCommons.Server.Health;
using Spectre.Console;

namespace KnowledgeCommons.Cli;

/// <summary>Shows how far an import is: a bar on a terminal, a plain line for each tenth elsewhere.</summary>
internal static class Bar
{
    public static Task<ImportReport> RunAsync(TextWriter output, Func<Action<(long Read, long All), ImportReport>, Task<ImportReport>> import)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        return console.Profile.Capabilities.Interactive ? OnTerminalAsync(console, import) : InLinesAsync(output, import);
    }

    private static async Task<ImportReport> OnTerminalAsync(IAnsiConsole console, Func<Action<(long Read, long All), ImportReport>, Task<ImportReport>> import) =>
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("Tickets");
                var report = await import((place, _) => task.Value = 100.0 * place.Read / Math.Max(1, place.All));
                task.Value = 100;
                return report;
            });

    private static Task<ImportReport> InLinesAsync(TextWriter output, Func<Action<(long Read, long All), ImportReport>, Task<ImportReport>> import)
    {
        var told = 0L;
        return import((place, report) =>
        {
            var tenth = 10 * place.Read / Math.Max(1, place.All);
            if (tenth <= told) return;
            told = tenth;
            output.WriteLine($"{10 * tenth} % ({report.Rows} rows)");
        });
    }
}
