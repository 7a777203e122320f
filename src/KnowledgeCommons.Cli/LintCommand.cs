using System.CommandLine;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.Linting;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Cli;

/// <summary>kc lint: what is wrong with a folder of articles, for people and for machines.</summary>
internal static class LintCommand
{
    public static Command Make()
    {
        var folder = ContentFolder.Argument();
        var format = new Option<string>("--format") { Description = "How findings are printed.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "github");
        var strict = new Option<bool>("--strict") { Description = "Warnings count like errors for the exit code." };
        var theme = new Option<string>("--theme") { Description = "The theme whose cold-words.txt says which words to warn of.", DefaultValueFactory = _ => "themes/default" };
        var command = new Command("lint", "Prints what is wrong with the articles in a folder. Exit code 1 when something keeps an article from being published.")
        {
            folder, format, strict, theme
        };
        command.SetAction((parsed, cancel) => LintAsync(
            parsed.GetValue(folder), parsed.GetValue(format) ?? "text", parsed.GetValue(strict), WordsOf(parsed.GetValue(theme) ?? ""), parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    // Editors and forges find the file by its path from where the tool was started.
    private static Finding FromHere(Finding finding, string folder) =>
        finding with { Path = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(Path.GetFullPath(folder), finding.Path)).Replace('\\', '/') };

    // A theme is named from where the tool was started or, when it is not there, lies beside the tool.
    private static ColdWords WordsOf(string theme)
    {
        const string file = "cold-words.txt";
        var given = Path.Combine(theme, file);
        return ColdWords.ReadFile(File.Exists(given) ? given : Path.Combine(AppContext.BaseDirectory, theme, file));
    }

    private static async Task<int> LintAsync(string? folder, string format, bool isStrict, ColdWords words, TextWriter output, CancellationToken cancel)
    {
        try
        {
            using var source = new FolderSource(Path.GetFullPath(folder ?? ContentFolder.Usual), TimeSpan.FromMinutes(1), TimeProvider.System);
            var builder = new LibraryBuilder(new BodyRenderer(), TimeProvider.System, words);
            var built = await builder.BuildAsync(source, await source.LookAsync(cancel), new Dictionary<string, PreparedArticle>(), cancel);
            FindingPrinter.For(format).Print(built with { Findings = [.. built.Findings.Select(finding => FromHere(finding, folder ?? ContentFolder.Usual))] }, output);
            var worst = isStrict ? Severity.Warning : Severity.Error;
            return built.Findings.Any(finding => finding.Severity >= worst) ? ExitCode.Findings : ExitCode.Done;
        }
        catch (ContentSourceException unreadable)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return ExitCode.WrongUsage;
        }
    }
}
