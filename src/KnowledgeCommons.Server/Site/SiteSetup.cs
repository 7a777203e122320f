namespace KnowledgeCommons.Server.Site;

internal static class SiteSetup
{
    public static void AddSite(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
    }

    /// <summary>Errors become pages that offer a person; programs get problem details.</summary>
    public static void UseSite(this WebApplication app)
    {
        app.UseMiddleware<ErrorPages>();
    }

    public static void MapSite(this WebApplication app)
    {
        app.MapGet("/scripts/{hash}.js", Scripts.Serve).ExcludeFromDescription();
    }
}
