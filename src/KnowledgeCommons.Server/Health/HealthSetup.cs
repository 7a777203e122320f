using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Health;

internal static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.BindOptions<ContactOptions>("Contacts");
        builder.Services.AddSingleton<ContactBook>();
        builder.Services.AddSingleton<ContactCheck>();
        builder.Services.AddSingleton<ContactImport>();
        builder.Services.AddSingleton<ArticleHealth>();
        builder.Services.AddSingleton<FlagAnswers>();
        builder.Services.AddHostedService<SuccessfulSearchesWatch>();
        builder.Services.AddHostedService<RewritesUnderWay>();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapContacts();
    }
}
