using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Benchmarks.Scale;

/// <summary>The real site over an empty data folder, with as many published articles as asked for and nothing running by itself: each piece of work is asked for and timed.</summary>
internal sealed class ScaleSite : IAsyncDisposable
{
    private const int Topics = 250;
    private readonly WebApplication _app;

    private ScaleSite(WebApplication app, SetClock clock, ScaleSize size) => (_app, Clock, Size) = (app, clock, size);

    public SetClock Clock { get; }
    public ScaleSize Size { get; }
    public Library Library { get; private set; } = Library.Empty;

    public static async Task<ScaleSite> MakeAsync(string data, ScaleSize size)
    {
        // A Monday, two in the morning: the day that becomes final is the Sunday of the week before last.
        var clock = new SetClock(new DateTimeOffset(2026, 11, 16, 2, 0, 0, TimeSpan.Zero));
        var app = SiteHost.Create([$"--Data:Folder={data}", "--Site:TimeZone=UTC"], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        });
        var site = new ScaleSite(app, clock, size);
        await site.Get<Database>().MigrateAsync(CancellationToken.None);
        site.Library = new Library("scale", Enumerable.Range(0, size.Articles).Select(Article), [], People.Nobody, [], new Dictionary<string, Slug>());
        site.Get<PublishedLibrary>().Replace(site.Library);
        return site;
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static string IdOf(int article) => $"topic-{article % Topics}/article-{article}";

    public static string RevisionOf(int article) => Revision.Of(IdOf(article), "").Value;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Article Article(int number) => new()
    {
        Slug = Slug.Parse(IdOf(number), null),
        Id = IdOf(number),
        Path = IdOf(number) + ".md",
        SourceHash = "0",
        Title = $"Article {number}",
        Revision = Revision.Of(IdOf(number), ""),
        Html = default,
        Source = Encoding.UTF8.GetBytes($"# Article {number}\n")
    };
}
