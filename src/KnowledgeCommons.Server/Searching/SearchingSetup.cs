using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Searching;

internal static class SearchingSetup
{
    public static void AddSearching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ISearchEngine>(services => new SqliteSearchEngine(
            services.GetRequiredService<DataFolder>().File("search.db"), services.GetRequiredService<ILogger<SqliteSearchEngine>>()));
    }

    public static void MapSearching(this WebApplication app)
    {
    }
}
