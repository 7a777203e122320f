using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Where owners follow an article from its flag to the proof that its rewrite helps.</summary>
internal static class DeskRewrites
{
    public const string Url = "/desk/rewrites";

    public static void AddDeskRewrites(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RewriteForms>();
        builder.Services.AddSingleton<RewriteSurroundings>();
    }

    public static void MapDeskRewrites(this RouteGroupBuilder desk)
    {
        var rewrites = desk.MapGroupFor("/rewrites", Role.AnyOwner).AddEndpointFilter(PrivatePage.KeepAsync);
        rewrites.MapGet("", List);
        rewrites.MapGet("/{number:long}", Show);
        rewrites.MapPost("/{number:long}/{action}", Change);
    }

    private static async Task<IResult> List(string? show, HttpContext http, RewriteCases cases, RewriteFindings findings, FindingsSeen seen, PublishedLibrary published, CancellationToken cancel)
    {
        var (library, hidden) = (published.Seen, published.Hidden);
        var filter = RewriteFilter.Find(show);
        return Page.Of<RewriteListPage>(new
        {
            Cases = (IReadOnlyList<RewriteCase>)[.. (await cases.InAsync(filter.States, cancel)).Where(about => !hidden.Contains(about.Article) && IsTheirs(http, about, library.FindById(about.Article)))],
            Show = filter.Name,
            Findings = http.Visitor().Is(Role.Owner) ? seen.Of(await findings.AllAsync(cancel)) : []
        });
    }

    private static async Task<IResult> Show(long number, HttpContext http, RewriteSurroundings surroundings, Technician technician, CancellationToken cancel) =>
        await FindAsync(number, http, surroundings, cancel) is { } view ? Page.Of<RewritePage>(new { View = view, Me = technician.Of(http) }) : TypedResults.NotFound();

    private static async Task<IResult> Change(long number, string action, HttpContext http, SentForm sent, RewriteCases cases, RewriteForms forms,
        RewriteSurroundings surroundings, Technician technician, Texts texts, CancellationToken cancel)
    {
        if (await FindAsync(number, http, surroundings, cancel) is not { } view) return TypedResults.NotFound();
        if (technician.Sending(http, sent.One(Technician.Field)) is not { } me)
            return Page.Of<WhoPage>(new { Address = http.Request.Path.Value, Typed = sent.Fields }, StatusCodes.Status400BadRequest);
        var read = forms.Read(action, sent, view, me);
        if (read is RewriteStep.Unknown) return TypedResults.NotFound();
        var refusal = (read as RewriteStep.Wrong)?.Sentence;
        if (read is RewriteStep.Valid valid && !await cases.ChangeAsync(view.Case.Id, valid.Step, cancel)) refusal = texts["rewrite.refused.late"];
        return refusal is null
            ? new SeeOther(sent.One("back") == "/desk" ? "/desk" : view.Case.DeskUrl)
            : Page.Of<RewritePage>(new { View = view, Me = me, Refusal = refusal, Action = action, Typed = sent.Fields }, StatusCodes.Status400BadRequest);
    }

    private static async Task<RewriteView?> FindAsync(long number, HttpContext http, RewriteSurroundings surroundings, CancellationToken cancel) =>
        await surroundings.OfAsync(number, cancel) is { } view && IsTheirs(http, view.Case, view.Article) ? view : null;

    // An article that is gone is still theirs whose it was.
    private static bool IsTheirs(HttpContext http, RewriteCase about, Article? article) => http.Visitor().Owns(article?.Slug.Value ?? about.Slug);
}
