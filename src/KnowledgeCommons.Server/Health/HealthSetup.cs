namespace KnowledgeCommons.Server.Health;

internal static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
    }

    public static void MapHealth(this WebApplication app)
    {
    }
}
