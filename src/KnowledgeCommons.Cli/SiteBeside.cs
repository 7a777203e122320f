using KnowledgeCommons.Server;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Cli;

/// <summary>The parts of the site, over a server's data folder and beside that server.</summary>
internal static class SiteBeside
{
    /// <summary>Does the work, or says in a sentence why it cannot.</summary>
    public static async Task<int> RunAsync(string data, TextWriter error, Func<IServiceProvider, Task<int>> work, CancellationToken cancel)
    {
        if (ServerFolder.Missing(data) is { } missing)
        {
            await error.WriteLineAsync(missing);
            return ExitCode.WrongUsage;
        }
        try
        {
            await using var host = SiteHost.Create([$"--Data:Folder={data}"]);
            await host.Services.GetRequiredService<Database>().MigrateAsync(cancel);
            return await work(host.Services);
        }
        catch (NotSavedException locked)
        {
            await error.WriteLineAsync($"{locked.Message} {locked.InnerException?.Message} Nothing was changed; please try again.");
            return ExitCode.WrongUsage;
        }
        catch (OptionsValidationException wrong)
        {
            await error.WriteLineAsync(string.Join(Environment.NewLine, wrong.Failures));
            return ExitCode.WrongUsage;
        }
    }
}
