using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Rewrites;

internal static class RewritesSetup
{
    public static void AddRewrites(this WebApplicationBuilder builder)
    {
        builder.BindOptions<ForgeOptions>("Forge");
        builder.Services.AddSingleton<RewriteEvidence>();
        builder.Services.AddSingleton<RewriteNews>();
        builder.Services.AddSingleton<RewriteWords>();
        builder.Services.AddSingleton<RewriteCases>();
        builder.Services.AddSingleton<RewriteFindings>();
        builder.Services.AddSingleton<Declaring>();
        builder.Services.AddSingleton<Declarations>();
        builder.Services.AddSingleton<FlagOpening>();
        builder.Services.AddSingleton<Proving>();
        builder.Services.AddSingleton<Telling>();
        builder.Services.AddSingleton<SaidNo>();
        builder.Services.AddSingleton<WeeklyChoice>();
        builder.Services.AddSingleton<WeeklyWords>();
        builder.Services.AddSingleton<WeeklyMail>();
        builder.Services.AddSingleton<ILetterWriter, StepLetters>();
        builder.Services.AddSingleton<ILetterWriter, ToldLetters>();
        builder.Services.AddSingleton<ILetterWriter, WeeklyLetters>();
        builder.Services.AddSingleton<IssueTexts>();
        builder.Services.AddSingleton<RewriteWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RewriteWatch>());
        // Only a forge that is set up has a channel: what a channel waits for that is not set up any more is told at the desk.
        if (!string.IsNullOrWhiteSpace(builder.Configuration["Forge:Kind"])) builder.AddChannel(RewriteBook.Forge, MakeForge);
    }

    public static void MapRewrites(this WebApplication app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(PrivatePage.KeepAsync).DisableAntiforgery().ExcludeFromDescription();
        pages.MapGet(WeeklyChoice.Route, WeeklyEndpoints.Show);
        pages.MapPost(WeeklyChoice.Route, WeeklyEndpoints.Choose);
    }

    private static ForgeChannel MakeForge(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ForgeOptions>>().Value;
        var kind = Forges.Find(options.Kind) ?? throw new InvalidOperationException("Forge:Kind was checked before.");
        return ActivatorUtilities.CreateInstance<ForgeChannel>(services, kind.Make(options, services.GetRequiredService<TimeProvider>()));
    }
}
