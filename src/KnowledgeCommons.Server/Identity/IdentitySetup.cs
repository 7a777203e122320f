using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Identity;

internal static class IdentitySetup
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.BindOptions<IdentityOptions>("Identity");
        builder.Services.AddSingleton<DeskGuard>();
    }
}
