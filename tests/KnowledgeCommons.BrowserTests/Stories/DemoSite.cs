using System.Net;
using KnowledgeCommons.Server.Demo;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests;
using KnowledgeCommons.Tests.Architecture;
using KnowledgeCommons.Tests.Sources;

namespace KnowledgeCommons.BrowserTests.Stories;

/// <summary>What kc demo makes, over the sample articles in a real git repository that can be pushed to.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private const int Weeks = 14;
    private const string Secret = "a long secret";
    private readonly GitRepository _forge = GitRepository.InitBare();
    private readonly GitRepository _author = GitRepository.Init();

    internal LiveSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        var articles = Repository.Path("articles");
        foreach (var file in Directory.EnumerateFiles(articles, "*", SearchOption.AllDirectories))
            _author.Write(Path.GetRelativePath(articles, file), await File.ReadAllBytesAsync(file));
        _author.Commit(message: "The articles");
        _author.Push(_forge);
        await DemoData.FillAsync(
            [$"--Content:Source={articles}", $"--Data:Folder={Site.Data}", $"--Theme:Folder={Repository.Path("themes/default")}", "--Site:TimeZone=UTC"],
            seed: 1, Weeks, Site.Clock, new Progress<double>(), CancellationToken.None);
        await Site.StartAsync($"--Content:Source={_forge.Path}", $"--Content:HookSecret={Secret}", "--Content:Refresh=12:00:00", "--Outbox:DailyCheck=false");
        await LookAsync();
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        _author.Dispose();
        _forge.Dispose();
    }

    /// <summary>An author changes a file, commits and pushes; returns once the new version is published.</summary>
    internal async Task PushAsync(string path, Func<string, string> change, string message)
    {
        var published = Site.Service<PublishedLibrary>();
        var before = published.Whole;
        _author.Write(path, change(await File.ReadAllTextAsync(Path.Combine(_author.Path, path))));
        _author.Commit(message: message);
        _author.Push(_forge);
        using var forge = new HttpClient { BaseAddress = new Uri(Site.Url) };
        using var hook = new HttpRequestMessage(HttpMethod.Post, "/hooks/git") { Content = new StringContent("{}"), Headers = { { "X-Gitlab-Token", Secret } } };
        using var answer = await forge.SendAsync(hook);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await Eventually.HoldsAsync(() => Task.FromResult(!ReferenceEquals(published.Whole, before)));
        await LookAsync();
    }

    /// <summary>What the server does each minute and each night, now.</summary>
    internal async Task LookAsync()
    {
        await Site.Service<RevisionNotes>().NoteAsync(Site.Service<PublishedLibrary>().Whole, CancellationToken.None);
        await Site.Service<HealthRefresh>().RunAsync(CancellationToken.None);
        await Site.Service<RewriteWatch>().LookAsync(CancellationToken.None);
    }
}
