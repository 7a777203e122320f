namespace KnowledgeCommons.Server.Reading;

internal static class ReadingSetup
{
    public static void AddReading(this WebApplicationBuilder builder)
    {
    }

    /// <summary>Stands in front of the page cache, so that readings are counted also when the page is not made anew.</summary>
    public static void UseReading(this WebApplication app)
    {
    }

    public static void MapReading(this WebApplication app)
    {
    }
}
