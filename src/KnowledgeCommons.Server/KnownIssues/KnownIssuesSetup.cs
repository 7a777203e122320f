using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.KnownIssues;

internal static class KnownIssuesSetup
{
    public static void AddKnownIssues(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KnownIssueBook>();
        builder.Services.AddSingleton<Affected>();
        builder.Services.AddSingleton<NewsTokens>();
        builder.Services.AddSingleton<NewsReaders>();
        builder.Services.AddSingleton<Proposals>();
        builder.Services.AddSingleton<KnownIssueWords>();
        builder.Services.AddSingleton<KnownIssueBoard>();
        builder.Services.AddSingleton<KnownIssueNews>();
        builder.Services.AddSingleton<HeldTaps>();
        builder.Services.AddSingleton<IHeldKind>(services => services.GetRequiredService<HeldTaps>());
        builder.Services.AddHostedService<KnownIssueWatch>();
    }

    public static void MapKnownIssues(this WebApplication app)
    {
        var pages = app.MapGroup("/known-issues").DisableAntiforgery().ExcludeFromDescription();
        pages.MapGet("", KnownIssueEndpoints.All);
        pages.MapGet("/{key}", KnownIssueEndpoints.One);
        pages.MapPost("/{key}/affected", KnownIssueEndpoints.AffectsMe);
        var receipts = app.MapGroup("").AddEndpointFilter(PrivatePage.KeepAsync).DisableAntiforgery().ExcludeFromDescription();
        receipts.MapGet(ReceiptToken.NewsRoute, LeaveEndpoints.Show);
        receipts.MapPost(ReceiptToken.NewsRoute, LeaveEndpoints.Leave);
        receipts.MapPost(ReceiptToken.NewsRoute + "/person", LeaveEndpoints.IsPerson);
    }
}
