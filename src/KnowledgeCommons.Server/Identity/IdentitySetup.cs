using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Identity;

internal static class IdentitySetup
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.BindOptions<IdentityOptions>("Identity");
        builder.Services.AddSingleton<DeskGuard>();
        builder.Services.AddSingleton<ReceiptGuesses>();
        builder.Services.AddSingleton<SiteKey>();
    }

    /// <summary>Stands behind the error pages, so that a refusal is told in words.</summary>
    public static void UseIdentity(this WebApplication app) => app.UseMiddleware<ReceiptGuard>();
}
