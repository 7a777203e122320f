namespace KnowledgeCommons.Server.Hosting;

internal static class PageCacheSetup
{
    private static readonly object Mark = new KeptPageMark();

    public static void AddPageCache(this IServiceCollection services) => services.AddSingleton<PageCache>();

    public static void UsePageCache(this WebApplication app)
    {
        app.UseMiddleware<KeptPages>();
        // Kept pages are encoded already, once.
        app.UseWhen(context => !context.IsKeptPage(), others => others.UseResponseCompression());
    }

    public static bool IsKeptPage(this HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<KeptPageMark>() is not null;

    /// <summary>Marks pages that are the same for everybody, and change only with the library.</summary>
    public static TBuilder CachePages<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(Mark);

    private sealed class KeptPageMark;
}
