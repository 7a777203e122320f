using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KnowledgeCommons.Server.Hosting;

internal static class HostingSetup
{
    private const int LargestForm = 64 * 1024;

    // A pasted error report of 10,000 characters is a search like any other, three times as long once it stands in an address.
    private const int LongestAddress = 64 * 1024;
    private const int LargestHeaders = 32 * 1024;
    private const int MostHeaders = 64;
    private const int BytesPerSecond = 240;
    private static readonly TimeSpan SlowestHeaders = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private const string DefaultUrls = "http://localhost:5080";

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.BindOptions<SiteOptions>("Site");
        builder.Services.PostConfigure<LoggerFilterOptions>(FrameworkLog.KeepQuiet);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SiteClock>();
        builder.Services.AddSingleton<ClientAddress>();
        builder.Services.AddSingleton<Alarms>();
        builder.Services.AddSingleton<OpenPages>();
        builder.Services.AddSingleton<LiveStream>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = DigitsOnly.For;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            // Whoever sends letter by letter only holds a place for others.
            kestrel.Limits.RequestHeadersTimeout = SlowestHeaders;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(BytesPerSecond, Grace);
            kestrel.Limits.MinResponseDataRate = new MinDataRate(BytesPerSecond, Grace);
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultUrls);
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/opensearchdescription+xml", "application/rss+xml"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.AddPageCache();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi("v1");
    }

    /// <summary>Stands behind the error pages, so that a refusal is told in words.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UsePeers();
        app.Use(next => context => SecurityHeaders.AddAsync(context, next));
        app.UseMiddleware<CrossSiteGuard>();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/healthz", () => TypedResults.Text("alive")).ExcludeFromDescription();
    }
}
