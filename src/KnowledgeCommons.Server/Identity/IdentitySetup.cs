using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

internal static class IdentitySetup
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.BindOptions<IdentityOptions>("Identity");
        builder.Services.AddProtectionKeys();
        builder.Services.AddSingleton<DeskGuard>();
        builder.Services.AddSingleton<ReceiptGuesses>();
        builder.Services.AddSingleton<SiteKey>();
        builder.Services.AddSingleton<PersonKeys>();
        builder.Services.AddSingleton<Addresses>();
        builder.BindOptions<MaskingOptions>("Privacy");
        builder.Services.AddSingleton<Masking>();
        builder.Services.AddSingleton<AuditBook>();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<Accounts>();
        builder.Services.AddSingleton<SignInTries>();
        builder.Services.AddSingleton<NetworkTries>();
        builder.Services.AddSingleton<KnownDevice>();
        builder.Services.AddSingleton<GuestCodes>();
        builder.Services.AddSingleton<ProviderDocuments>();
        builder.Services.AddSingleton(PlaceOf);
        builder.Services.AddSingleton<KnownProvider>();
        builder.Services.AddSingleton<TokenCheck>();
        builder.Services.AddSingleton<TokenExchange>();
        builder.Services.AddSingleton<OidcFlow>();
        builder.Services.AddSingleton(SignInOf);
    }

    /// <summary>Stands behind the error pages, so that a refusal is told in words, and in front of the page cache, whose pages depend on who asks.</summary>
    public static void UseIdentity(this WebApplication app)
    {
        app.UseMiddleware<ReceiptGuard>();
        app.UseMiddleware<Doorkeeper>();
    }

    public static void MapIdentity(this WebApplication app)
    {
        var mode = ModeOf(app.Services).Mode;
        if (mode is not (IdentityOptions.Accounts or IdentityOptions.ByOidc)) return;
        var pages = app.MapGroup("").AddEndpointFilter(PrivatePage.KeepAsync).DisableAntiforgery().ExcludeFromDescription();
        pages.MapSignOut();
        if (ModeOf(app.Services).TakesGuests) pages.MapGuests();
        if (mode == IdentityOptions.Accounts) pages.MapAccounts();
        else pages.MapOidc();
    }

    private static ISignIn SignInOf(IServiceProvider services) => ModeOf(services).Mode switch
    {
        IdentityOptions.Accounts or IdentityOptions.ByOidc => ActivatorUtilities.CreateInstance<SessionSignIn>(services),
        IdentityOptions.ByProxy => ActivatorUtilities.CreateInstance<ProxySignIn>(services),
        IdentityOptions.ByJwt => ActivatorUtilities.CreateInstance<JwtSignIn>(services),
        _ => new LocalSignIn()
    };

    private static ProviderPlace PlaceOf(IServiceProvider services)
    {
        var identity = ModeOf(services);
        return identity.Mode == IdentityOptions.ByJwt ? new ProviderPlace(identity.Jwt.Issuer, identity.Jwt.Keys) : new ProviderPlace(identity.Oidc.Authority, Keys: null);
    }

    private static IdentityOptions ModeOf(IServiceProvider services) => services.GetRequiredService<IOptions<IdentityOptions>>().Value;
}
