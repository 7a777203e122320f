using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Desk;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Reading;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server;

/// <summary>The whole site, from settings to routes: an inventory of its slices.</summary>
public static class SiteHost
{
    /// <summary>Builds the site from command-line settings; <paramref name="adjust"/> is for tests and previews that replace the clock or settings.</summary>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Directory.GetCurrentDirectory() });
        builder.AddHosting();
        builder.AddStorage();
        builder.AddIdentity();
        builder.AddThemes();
        builder.AddSite();
        builder.AddAbuse();
        builder.AddSearching();
        builder.AddPublishing();
        builder.AddKnownIssues();
        builder.AddFeedback();
        builder.AddReading();
        builder.AddEscalations();
        builder.AddHealth();
        builder.AddRewrites();
        builder.AddDesk();
        builder.AddPrivacy();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseSite();
        app.UseHosting();
        app.UseAbuse();
        app.UseIdentity();
        app.UseRouting();
        app.UseReading();
        app.UsePageCache();
        app.MapHosting();
        app.MapThemes();
        app.MapSite();
        app.MapIdentity();
        app.MapSearching();
        app.MapPublishing();
        app.MapKnownIssues();
        app.MapFeedback();
        app.MapReading();
        app.MapEscalations();
        app.MapHealth();
        app.MapRewrites();
        app.MapDesk();
        app.MapPrivacy();
        return app;
    }

    /// <summary>Prepares the tables, then serves until the process is told to stop.</summary>
    public static async Task RunAsync(WebApplication app, CancellationToken cancel = default)
    {
        // Before anything is logged as a failure of the host: what is wrong with the settings is the operator's to read.
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<Database>().MigrateAsync(cancel);
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
    }
}
