namespace KnowledgeCommons.Server.Publishing;

internal static class PublishingSetup
{
    public static void AddPublishing(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublishedLibrary>();
        builder.Services.AddSingleton<PublishingStatus>();
    }

    public static void MapPublishing(this WebApplication app)
    {
    }
}
