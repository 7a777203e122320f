using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KnowledgeCommons.Server.Demo;

/// <summary>Fills an empty data folder with a made-up past.</summary>
internal static class DemoData
{
    /// <summary>What may lie in a folder that is to be filled: nothing. Real data is never touched.</summary>
    public static bool MayFill(string folder) => !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    /// <summary>
    /// Fills a folder for which <see cref="MayFill"/> holds, so that the story ends now. <paramref name="settings"/> are those of the server, as on its command line.
    /// Stopped half-way it leaves a folder that says so on every page and may be deleted.
    /// </summary>
    public static async Task FillAsync(string[] settings, int seed, int weeks, TimeProvider real, IProgress<double> progress, CancellationToken cancel)
    {
        var end = real.GetUtcNow();
        var clock = new DemoClock(DemoTimes.At(DateOnly.FromDateTime(end.UtcDateTime)).AddDays(-7 * weeks));
        // Nothing goes out: no mail server, no channel, whatever the machine's settings say.
        await using var site = SiteHost.Create([.. settings, "--Mail:Host=", "--urls=http://127.0.0.1:0"], builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Services.Replace(ServiceDescriptor.Singleton<Database>(services =>
                new SqliteDatabase(services.GetRequiredService<DataFolder>().File("knowledge-commons.db"), clock) { IsDurable = false }));
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
        });
        await site.Services.GetRequiredService<Database>().MigrateAsync(cancel);
        var publisher = site.Services.GetServices<IHostedService>().OfType<Publisher>().Single();
        await publisher.StartAsync(cancel);
        await publisher.StopAsync(cancel);
        await ActivatorUtilities.CreateInstance<DemoFilling>(site.Services, clock).FillAsync(seed, weeks, end, progress, cancel);
    }
}
