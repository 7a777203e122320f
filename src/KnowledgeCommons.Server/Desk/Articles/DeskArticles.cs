using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Where owners see which articles send people back, and what else is wrong with the content.</summary>
internal static class DeskArticles
{
    private const int MostExplained = 20;

    public static void AddDeskArticles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DeskToday>();
        builder.Services.AddSingleton<ThingsToDo>();
        builder.Services.AddSingleton<EvidenceViews>();
        builder.Services.AddSingleton<SaidOf>();
        builder.Services.AddSingleton<FindingsSeen>();
        builder.Services.AddSingleton<SearchGaps>();
        builder.Services.AddSingleton<FlagForm>();
    }

    public static void MapDeskArticles(this RouteGroupBuilder desk)
    {
        var articles = desk.MapGroupFor("", Role.Technician | Role.AnyOwner).AddEndpointFilter(KeepPrivate);
        articles.MapGet("", Today);
        articles.MapGet("/articles", ListArticles);
        articles.MapGet("/articles/{**slug}", ShowArticle);
        articles.MapPost("/articles/{**slug}", AnswerFlag);
        var searches = desk.MapGroupFor("/searches", Role.Technician | Role.Owner).AddEndpointFilter(KeepPrivate);
        searches.MapGet("", ListGaps);
        searches.MapGet("/order", ShowOrder);
        desk.MapGroupFor("", Role.Owner).AddEndpointFilter(KeepPrivate).MapGet("/content", ShowContent);
    }

    // Not kept: an owner who looks has no problem.
    private static RazorComponentResult<OrderPage> ShowOrder(string? q, HttpContext http, ISearchEngine engine) =>
        Page.Of<OrderPage>(new { Answer = engine.Search(new SearchQuery((q ?? "").Trim(), MostExplained) { Clearance = http.Visitor().Clearance }) });

    // Whoever signed in as somebody who answers for articles sees what is theirs, until they ask for everybody's.
    private static async Task<RazorComponentResult<TodayPage>> Today(string? show, HttpContext http, DeskToday today, Technician technician, CancellationToken cancel) =>
        Page.Of<TodayPage>(new { Today = await today.AsOfNowAsync(http.Visitor(), show != "all" && technician.Known(http) is { } me ? technician.KeysOf(me) : [], cancel) });

    private static async Task<RazorComponentResult<ArticlesPage>> ListArticles(
        string? sort, string? page, HttpContext http, ArticleHealth health, PublishedLibrary published, CancellationToken cancel) =>
        Page.Of<ArticlesPage>(new { Table = ArticleTable.Of([.. (await health.AllAsync(published.Seen, cancel)).Where(report => http.Visitor().LooksAfter(report.Article.Slug.Value))], sort, page) });

    private static async Task<Results<RazorComponentResult<EvidencePage>, NotFound>> ShowArticle(
        string slug, string? revision, string? said, HttpContext http, PublishedLibrary published, EvidenceViews views, Technician technician, AuditBook audit,
        CancellationToken cancel)
    {
        if (Find(http, published, slug) is not { } article) return TypedResults.NotFound();
        await audit.LooksAsync(http, technician, AuditKind.ReadAnswers, article.Id, cancel);
        return Page.Of<EvidencePage>(new { View = await views.OfAsync(article, revision, said, cancel) });
    }

    private static async Task<Results<SeeOther, NotFound, RazorComponentResult<WhoPage>, RazorComponentResult<EvidencePage>>> AnswerFlag(
        string slug, IFormCollection form, HttpContext http, PublishedLibrary published, Technician technician, FlagForm flag, EvidenceViews views,
        CancellationToken cancel)
    {
        // Everybody who looks after it may say that an article needs somebody; what is done about it, its owners say.
        if (Find(http, published, slug) is not { } article || !(http.Visitor().Owns(article.Slug.Value) || form["action"] == FlagAnswer.Raised)) return TypedResults.NotFound();
        var me = technician.Sending(http, form[Technician.Field]);
        if (me is null) return Page.Of<WhoPage>(new { Address = http.Request.Path.Value, Typed = form }, StatusCodes.Status400BadRequest);
        if (await flag.KeepAsync(article, form, me, cancel) is not { } refusal) return new SeeOther(form["back"] == "/desk" ? "/desk" : UrlOf(article));
        var view = await views.OfAsync(article, revision: null, said: null, cancel);
        return Page.Of<EvidencePage>(new { View = view, Refusal = refusal, Because = form["because"].ToString() }, StatusCodes.Status400BadRequest);
    }

    private static async Task<RazorComponentResult<GapsPage>> ListGaps(string? page, SearchGaps gaps, CancellationToken cancel) =>
        Page.Of<GapsPage>(new { Page = PageOf<Gap>.Of(await gaps.AllAsync(cancel), page), SearchGaps.Days });

    private static RazorComponentResult<ContentPage> ShowContent(PublishingStatus status, FindingsSeen findings, string? page) =>
        Page.Of<ContentPage>(new { Status = ContentReport.Of(status, findings.Of(status.Findings), page) });

    internal static string UrlOf(Article article) => "/desk" + article.Slug.Url;

    private static Article? Find(HttpContext http, PublishedLibrary published, string slug) =>
        Slug.TryParse(slug, null, out var parsed) && published.Seen.Find(parsed) is { } article && http.Visitor().LooksAfter(article.Slug.Value) ? article : null;

    private static ValueTask<object?> KeepPrivate(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        invocation.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(invocation);
    }
}
