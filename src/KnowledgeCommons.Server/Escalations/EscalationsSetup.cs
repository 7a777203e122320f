namespace KnowledgeCommons.Server.Escalations;

internal static class EscalationsSetup
{
    public static void AddEscalations(this WebApplicationBuilder builder)
    {
    }

    public static void MapEscalations(this WebApplication app)
    {
    }
}
