using System.CommandLine;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Cli;

/// <summary>kc preview: the site over a folder, live, with a throw-away data folder; findings are on its desk.</summary>
internal static class PreviewCommand
{
    public static Command Make()
    {
        var folder = ContentFolder.Argument();
        var port = new Option<int>("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => 5081 };
        var command = new Command("preview", "Serves a folder of articles on this machine; a saved file is live at once.") { folder, port };
        command.SetAction((parsed, cancel) => PreviewAsync(parsed.GetValue(folder) ?? ContentFolder.Usual, parsed.GetValue(port), parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    private static async Task<int> PreviewAsync(string folder, int port, TextWriter output, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"There is no folder {Path.GetFullPath(folder)}.");
            return ExitCode.WrongUsage;
        }
        var data = Directory.CreateTempSubdirectory("kc-preview-").FullName;
        try
        {
            // Saved files are shown, also where the folder is a repository whose commits a server would show.
            using var source = new FolderSource(Path.GetFullPath(folder), TimeSpan.FromMinutes(1), TimeProvider.System);
            await using var site = SiteHost.Create(
                [$"--Data:Folder={data}", $"--urls=http://localhost:{port}"], builder => builder.Services.AddSingleton<ContentSource>(source));
            await output.WriteLineAsync($"Articles: http://localhost:{port}/   Findings: http://localhost:{port}/desk/content   Stop with Ctrl+C.");
            await SiteHost.RunAsync(site, cancel);
            return ExitCode.Done;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, wrong.Failures));
            return ExitCode.WrongUsage;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
