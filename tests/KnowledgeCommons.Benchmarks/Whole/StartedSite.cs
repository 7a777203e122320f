using KnowledgeCommons.Server;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>A site over folder/articles with its data in folder/data, on a free port, published.</summary>
internal static class StartedSite
{
    /// <summary>A proxy on this machine names people, and nobody asks too often.</summary>
    public static readonly string[] BehindProxy = ["--Identity:Mode=Proxy", "--Identity:Proxy:Addresses:0=127.0.0.0/8", "--Abuse:PagesPerReader=0", "--Abuse:PagesPerNetwork=0"];

    public static async Task<WebApplication> StartAsync(string folder, params IEnumerable<string> settings)
    {
        var site = SiteHost.Create(
            [$"--Content:Source={Path.Combine(folder, "articles")}", $"--Data:Folder={Path.Combine(folder, "data")}", "--urls=http://127.0.0.1:0", .. settings],
            builder => builder.Logging.ClearProviders());
        await site.Services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        await site.StartAsync();
        while (site.Services.GetRequiredService<PublishingStatus>().PublishedAt is null) await Task.Delay(100);
        return site;
    }

    /// <summary>Somebody at a browser that keeps nothing and follows nothing.</summary>
    public static HttpClient Asking(this WebApplication site) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Urls.First()) };
}
