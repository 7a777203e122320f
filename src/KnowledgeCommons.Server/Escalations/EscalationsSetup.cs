using KnowledgeCommons.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

internal static class EscalationsSetup
{
    public static void AddEscalations(this WebApplicationBuilder builder)
    {
        builder.BindOptions<PromiseOptions>("Promises");
        builder.BindOptions<OutboxOptions>("Outbox");
        builder.BindOptions<MailOptions>("Mail");
        builder.Services.AddSingleton(services => RuleOf(services.GetRequiredService<IOptions<PromiseOptions>>().Value, services.GetRequiredService<SiteClock>()));
        builder.Services.AddSingleton(new RecentSearches((_, _, _) => Task.FromResult<IReadOnlyList<PastSearch>>([]), (_, _) => Task.FromResult<PastSearch?>(null)));
        builder.Services.AddSingleton<HelpContexts>();
        builder.Services.AddSingleton<HelpCheck>();
        builder.Services.AddSingleton<CaseTokens>();
        builder.Services.AddSingleton<CaseOpening>();
        builder.Services.AddSingleton<Cases>();
        builder.Services.AddSingleton<CaseQueue>();
        builder.Services.AddSingleton<EventWords>();
        builder.Services.AddSingleton<CaseLetters>();
        builder.Services.AddSingleton<IChannel, MailChannel>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddHostedService<OutboxWorker>();
    }

    public static void MapEscalations(this WebApplication app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(KeepPrivate).DisableAntiforgery().ExcludeFromDescription();
        pages.MapHelp();
        pages.MapReceipts();
    }

    private static PromiseRule RuleOf(PromiseOptions options, SiteClock clock) => new(options.FirstWord, options.From, options.To, clock.Zone);

    // What stands on these pages is one reader's own: no cache and no search engine keeps it.
    private static ValueTask<object?> KeepPrivate(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var headers = invocation.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        return next(invocation);
    }
}
