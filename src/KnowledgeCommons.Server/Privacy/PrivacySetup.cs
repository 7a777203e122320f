using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Privacy;

internal static class PrivacySetup
{
    public static void AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.BindOptions<PrivacyOptions>("Privacy");
        builder.Services.AddSingleton<Periods>();
        builder.Services.AddSingleton<Retention>();
        builder.Services.AddSingleton<RetentionLease>();
        builder.Services.AddSingleton<KeptReport>();
        builder.Services.AddSingleton<TraceSearch>();
        builder.Services.AddSingleton<TraceProof>();
        builder.Services.AddSingleton<Forgetting>();
        builder.Services.AddHostedService<SealOlder>();
        builder.Services.AddHostedService<SettingsWatch>();
        builder.Services.AddHostedService<RetentionWork>();
    }

    public static void MapPrivacy(this WebApplication app) =>
        app.MapMethods("/privacy", [HttpMethods.Get, HttpMethods.Head], () => Page.Of<PrivacyPage>(new { })).ExcludeFromDescription().CachePages();
}
