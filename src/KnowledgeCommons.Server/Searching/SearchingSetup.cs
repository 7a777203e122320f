using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Searching;

internal static class SearchingSetup
{
    public static void AddSearching(this WebApplicationBuilder builder)
    {
        builder.BindOptions<SearchOptions>("Search");
        builder.Services.AddSingleton<ISearchEngine>(services => SearchEngines.Open(
            services.GetRequiredService<IOptions<SearchOptions>>().Value.Engine,
            services.GetRequiredService<DataFolder>().Path,
            services.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddSingleton<SuccessfulSearches>();
        builder.Services.AddSingleton<Suggestions>();
        builder.Services.AddSingleton<HitRemarks>();
        builder.Services.AddSingleton<IssuesInSight>();
        builder.Services.AddSingleton<SearchLog>();
        builder.Services.AddHostedService<SearchLogWriter>();
        builder.Services.AddHostedService<LearningWork>();
    }

    public static void MapSearching(this WebApplication app)
    {
        app.MapSearchPages();
        app.MapSearchApi();
        app.MapOpenSearch();
    }
}
