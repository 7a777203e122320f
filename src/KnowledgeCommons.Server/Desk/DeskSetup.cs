using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Desk;

internal static class DeskSetup
{
    public static void AddDesk(this WebApplicationBuilder builder)
    {
        builder.AddDeskCases();
        builder.AddDeskArticles();
        builder.AddDeskRewrites();
        builder.AddDeskMeasured();
        builder.AddDeskKnownIssues();
    }

    public static void MapDesk(this WebApplication app)
    {
        var desk = app.MapGroup("/desk")
            .AddEndpointFilter(app.Services.GetRequiredService<DeskGuard>())
            .DisableAntiforgery()
            .ExcludeFromDescription();
        desk.MapDeskCases();
        desk.MapDeskHeld();
        desk.MapDeskBoard();
        desk.MapDeskArticles();
        desk.MapDeskRewrites();
        desk.MapDeskMeasured();
        desk.MapDeskKnownIssues();
        desk.MapDeskAudit();
    }
}
