namespace KnowledgeCommons.Server.Hosting;

internal static class PageCacheSetup
{
    private const long MostBytes = 48 * 1024 * 1024;

    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton<PageCache>();
        // An address in other letters leads to the right one; it must not be answered from its page.
        services.AddOutputCache(cache => (cache.SizeLimit, cache.UseCaseSensitivePaths) = (MostBytes, true));
    }

    public static void UsePageCache(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseMiddleware<FinishedPages>();
        // Finished pages are encoded already, once.
        app.UseWhen(context => !context.IsKeptPage(), others => others.UseResponseCompression());
    }

    public static bool IsKeptPage(this HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageCache>() is not null;

    /// <summary>Marks pages that are the same for everybody of one audience, and change only with the library.</summary>
    public static TBuilder CachePages<TBuilder>(this TBuilder endpoints, IServiceProvider services) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(services.GetRequiredService<PageCache>());
}
