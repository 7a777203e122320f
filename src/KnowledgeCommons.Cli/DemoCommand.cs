using System.CommandLine;
using System.Globalization;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server.Demo;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace KnowledgeCommons.Cli;

/// <summary>kc demo: fills an empty data folder with a made-up half year, so that everything can be looked at and tried.</summary>
internal static class DemoCommand
{
    private const int MostWeeks = 104;

    public static Command Make()
    {
        var folder = ContentFolder.Argument();
        var data = new Option<string>("--data") { Description = "The empty folder that is filled; made when it is not there.", DefaultValueFactory = _ => "demo-data" };
        var seed = new Option<int>("--seed") { Description = "The same seed on the same day tells the same story.", DefaultValueFactory = _ => 1 };
        var weeks = new Option<int>("--weeks") { Description = "How many weeks up to today.", DefaultValueFactory = _ => 26 };
        weeks.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 1 or > MostWeeks) result.AddError($"--weeks must be between 1 and {MostWeeks}."); });
        var command = new Command("demo", "Fills an empty data folder with made-up people, searches, answers, cases and rewrites.") { folder, data, seed, weeks };
        command.SetAction((parsed, cancel) => FillAsync(
            parsed.GetValue(folder) ?? ContentFolder.Usual, parsed.GetValue(data) ?? "", parsed.GetValue(seed), parsed.GetValue(weeks), parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    private static async Task<int> FillAsync(string articles, string data, int seed, int weeks, TextWriter output, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(data);
        if (!DemoData.MayFill(folder)) return await RefuseAsync($"{folder} is not empty. The demo only fills an empty folder, so that no real data is ever touched: name another with --data, or delete it if it was a demo.", ExitCode.Findings);
        if (!Directory.Exists(articles)) return await RefuseAsync($"There is no folder {Path.GetFullPath(articles)}.", ExitCode.WrongUsage);
        try
        {
            await ShowAsync(output, progress => DemoData.FillAsync(
                [$"--Content:Source={Path.GetFullPath(articles)}", $"--Data:Folder={folder}", "--Site:TimeZone=UTC"], seed, weeks, TimeProvider.System, progress, cancel));
            await output.WriteLineAsync($"{weeks} made-up weeks are in {folder}. Look at them with:");
            await output.WriteLineAsync($"  dotnet run -c Release --project src/KnowledgeCommons.Server -- --Content:Source={articles} --Data:Folder={data}");
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return await RefuseAsync($"Stopped. What is in {folder} is incomplete and marked as demo data; delete it.", ExitCode.Findings);
        }
        catch (OptionsValidationException wrong)
        {
            return await RefuseAsync(string.Join(Environment.NewLine, wrong.Failures), ExitCode.WrongUsage);
        }
        catch (ContentSourceException unreadable)
        {
            return await RefuseAsync(unreadable.Message, ExitCode.WrongUsage);
        }
    }

    private static async Task<int> RefuseAsync(string why, int code)
    {
        await Console.Error.WriteLineAsync(why);
        return code;
    }

    // A bar on a terminal, a line for each tenth elsewhere.
    private static async Task ShowAsync(TextWriter output, Func<IProgress<double>, Task> work)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        if (!isTerminal) await work(new PlainProgress(output));
        else await AnsiConsole.Progress().StartAsync(async shown =>
        {
            var bar = shown.AddTask("Living through the weeks", maxValue: 1);
            await work(new BarProgress(bar));
        });
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<double>
    {
        public void Report(double value) => bar.Value = value;
    }

    private sealed class PlainProgress(TextWriter output) : IProgress<double>
    {
        private int _told;

        public void Report(double value)
        {
            if ((int)(value * 10) <= _told) return;
            _told = (int)(value * 10);
            output.WriteLine((_told / 10.0).ToString("P0", CultureInfo.InvariantCulture));
        }
    }
}
