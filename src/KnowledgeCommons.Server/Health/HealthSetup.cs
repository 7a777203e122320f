namespace KnowledgeCommons.Server.Health;

internal static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ArticleHealth>();
        builder.Services.AddSingleton<FlagAnswers>();
        builder.Services.AddHostedService<SuccessfulSearchesWatch>();
        builder.Services.AddHostedService<RewritesUnderWay>();
    }

    public static void MapHealth(this WebApplication app)
    {
    }
}
