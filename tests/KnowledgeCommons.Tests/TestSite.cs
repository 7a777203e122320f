using KnowledgeCommons.Server;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests;

/// <summary>
/// The real site on a free loopback port, over folders of its own: write articles with <see cref="Write"/>, start, then talk HTTP through
/// <see cref="Client"/> (one reader: it keeps cookies, follows no redirects).
/// </summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kc-test-").FullName;
    private readonly List<ServiceDescriptor> _instead = [];
    private WebApplication? _app;
    private string[] _settings = [];

    public FakeTimeProvider Time { get; init; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public string Articles => Path.Combine(_root, "articles");
    public string Data => Path.Combine(_root, "data");
    public HttpClient Client { get; private set; } = new();
    public IServiceProvider Services => (_app ?? throw new InvalidOperationException("Start the site first.")).Services;

    public TestSite Write(string path, string text)
    {
        var file = Path.Combine(Articles, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Articles);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Puts something of the test's own in the place of a part of the site.</summary>
    public TestSite Using<T>(T instead) where T : class
    {
        _instead.Add(ServiceDescriptor.Singleton(instead));
        return this;
    }

    public async Task<TestSite> StartAsync(params string[] settings)
    {
        Directory.CreateDirectory(Articles);
        _settings = settings;
        _app = SiteHost.Create(
            [
                $"--Content:Source={Articles}", $"--Data:Folder={Data}", "--Site:TimeZone=UTC", "--urls=http://127.0.0.1:0",
                // Tests type faster than people, and more.
                "--Abuse:FastestForm=00:00:00", "--Abuse:PostsPerReader=0", "--Abuse:PagesPerReader=0", .. settings
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
                foreach (var service in _instead) builder.Services.Replace(service);
            });
        await _app.Services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        await _app.StartAsync();
        Client = NewReader();
        return this;
    }

    /// <summary>Stops without letting anything finish: what is under way is torn off, and its leases and half-done work stay as they are.</summary>
    public async Task KillAsync()
    {
        Client.Dispose();
        if (_app is not { } dying) return;
        await dying.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await dying.DisposeAsync();
        _app = null;
    }

    /// <summary>Starts anew over the same folders and with the same settings.</summary>
    public Task StartAgainAsync() => StartAsync(_settings);

    /// <summary>A client with cookies of its own: another reader.</summary>
    public HttpClient NewReader() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = new Uri(_app?.Urls.First() ?? "http://127.0.0.1") };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
