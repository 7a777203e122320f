namespace KnowledgeCommons.Server.Searching;

internal static class SearchingSetup
{
    public static void AddSearching(this WebApplicationBuilder builder)
    {
    }

    public static void MapSearching(this WebApplication app)
    {
    }
}
