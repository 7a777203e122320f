using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Reading;

internal static class ReadingSetup
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void AddReading(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RelatedArticles>();
    }

    /// <summary>Stands in front of the page cache, so that readings are counted also when the page is not made anew.</summary>
    public static void UseReading(this WebApplication app) => app.UseMiddleware<CountReadings>();

    public static void MapReading(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().CachePages();
        pages.MapMethods("/", Reads, HomeEndpoint.Home);
        pages.MapMethods("/topics", Reads, TopicEndpoints.AllTopics);
        pages.MapMethods("/topics/{**topic}", Reads, TopicEndpoints.OneTopic);
        pages.MapMethods("/articles/{**slug}", Reads, ArticleEndpoints.ReadArticle).WithMetadata(CountReadings.Here);
        pages.MapMethods("/sitemap.xml", Reads, SiteMap.Serve);
        pages.MapMethods("/feed.xml", Reads, Feed.Serve);
        app.MapGet("/api/v1/articles/{**slug}", ArticleEndpoints.ReadAsJson).WithName("getArticle").WithTags("reading");
    }
}
