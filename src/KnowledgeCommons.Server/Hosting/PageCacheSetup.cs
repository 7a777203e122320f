namespace KnowledgeCommons.Server.Hosting;

internal static class PageCacheSetup
{
    private const long MostBytes = 48 * 1024 * 1024;

    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton<PageCache>();
        services.AddOutputCache(cache => cache.SizeLimit = MostBytes);
    }

    public static void UsePageCache(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseMiddleware<FinishedPages>();
        app.UseResponseCompression();
    }

    /// <summary>Marks pages that are the same for everybody of one audience, and change only with the library.</summary>
    public static TBuilder CachePages<TBuilder>(this TBuilder endpoints, IServiceProvider services) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(services.GetRequiredService<PageCache>());
}
