namespace KnowledgeCommons.Server.Reading;

internal static class ReadingSetup
{
    public static void AddReading(this WebApplicationBuilder builder)
    {
    }

    public static void MapReading(this WebApplication app)
    {
    }
}
