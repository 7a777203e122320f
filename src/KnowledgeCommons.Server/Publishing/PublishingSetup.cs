using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Publishing;

internal static class PublishingSetup
{
    private const long LargestHook = 1024 * 1024;

    public static void AddPublishing(this WebApplicationBuilder builder)
    {
        builder.BindOptions<ContentOptions>("Content");
        builder.BindOptions<EditOptions>("Content");
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PublishedLibrary>();
        builder.Services.AddSingleton<PublishingStatus>();
        builder.Services.AddSingleton<PreparedStore>();
        builder.Services.AddSingleton<BodyRenderer>();
        builder.Services.AddSingleton<LibraryBuilder>();
        builder.Services.AddSingleton(Source);
        builder.Services.AddSingleton(services => Name(services.GetRequiredService<IOptions<ContentOptions>>().Value));
        builder.Services.AddHostedService<Publisher>();
    }

    public static void MapPublishing(this WebApplication app)
    {
        app.MapGet("/assets/{hash}/{**path}", AssetFiles.Serve).ExcludeFromDescription();
        app.MapGet("/readyz", Ready).ExcludeFromDescription();
        app.MapPost("/hooks/git", GitHook.Receive).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestHook)).ExcludeFromDescription();
    }

    private static Results<ContentHttpResult, StatusCodeHttpResult> Ready(PublishingStatus status, Alarms alarms) =>
        status.HasPublished ? TypedResults.Text(string.Join('\n', alarms.All.Select(alarm => $"alarm: {alarm}").Prepend("ready"))) : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private static ContentSource Source(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ContentOptions>>().Value;
        return SourceChoice.For(
            options.Source, options.Branch, options.Folder, services.GetRequiredService<DataFolder>().File("clone.git"), options.Refresh, TimeProvider.System);
    }

    // Only a hash is kept: an address may hold a token.
    private static SourceName Name(ContentOptions options) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Source}\n{options.Branch}\n{options.Folder}"))));
}
