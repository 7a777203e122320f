using KnowledgeCommons.Server;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Architecture;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.BrowserTests;

/// <summary>The real site on a free loopback port, with articles and data in folders of its own.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kc-browser-").FullName;
    private WebApplication? _app;

    public MovableClock Clock { get; } = new();
    public string Articles => Path.Combine(_root, "articles");
    public string Data => Path.Combine(_root, "data");
    /// <summary>Other places that its visitors may be led to, such as where they sign in.</summary>
    public List<string> AlsoHome { get; } = [];

    private string Database => Path.Combine(Data, "knowledge-commons.db");

    /// <summary>Such as http://127.0.0.1:41234.</summary>
    public string Url => _app?.Urls.First() ?? throw new InvalidOperationException("Start the site first.");

    /// <summary>A site over a copy of the sample articles of this repository.</summary>
    public static async Task<LiveSite> OverSampleAsync(params string[] settings)
    {
        var site = new LiveSite();
        Copy(Repository.Path("articles"), site.Articles);
        return await site.StartAsync(settings);
    }

    public LiveSite Write(string path, string text)
    {
        var file = Path.Combine(Articles, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Articles);
        File.WriteAllText(file, text);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Articles, path));

    public async Task<LiveSite> StartAsync(params string[] settings)
    {
        Directory.CreateDirectory(Articles);
        _app = SiteHost.Create(
            [
                $"--Content:Source={Articles}", $"--Data:Folder={Data}", $"--Theme:Folder={Repository.Path("themes/default")}",
                "--Site:TimeZone=UTC", "--urls=http://127.0.0.1:0",
                // Tests type faster than people.
                "--Abuse:FastestForm=00:00:00", "--Abuse:PostsPerReader=0", "--Abuse:PagesPerReader=0", .. settings
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            });
        await _app.Services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        await _app.StartAsync();
        return this;
    }

    public T Service<T>() where T : notnull => _app is null ? throw new InvalidOperationException("Start the site first.") : _app.Services.GetRequiredService<T>();

    /// <summary>Nothing can be stored until it is disposed.</summary>
    public async Task<IAsyncDisposable> LockDatabaseAsync()
    {
        var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync();
        await using var locking = other.CreateCommand();
        locking.CommandText = "BEGIN EXCLUSIVE";
        await locking.ExecuteNonQueryAsync();
        return other;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
