using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Searching;

internal static class SearchingSetup
{
    public static void AddSearching(this WebApplicationBuilder builder)
    {
        builder.BindOptions<SearchOptions>("Search");
        builder.Services.AddSingleton<ISearchEngine>(services => new SqliteSearchEngine(
            services.GetRequiredService<DataFolder>().File("search.db"), services.GetRequiredService<ILogger<SqliteSearchEngine>>()));
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
