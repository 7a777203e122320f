using System.Globalization;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Where known issues are written in the first ten minutes, kept up to date and ended.</summary>
internal static class DeskKnownIssues
{
    public const string Url = "/desk/known-issues";
    private const int MostListed = 100;

    public static void AddDeskKnownIssues(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IssueCheck>();
        builder.Services.AddSingleton<IssueContacts>();
        builder.Services.AddSingleton<Surges>();
        builder.Services.AddHostedService<SurgeWatch>();
    }

    public static void MapDeskKnownIssues(this RouteGroupBuilder desk)
    {
        var pages = desk.MapGroupFor("/known-issues", Role.Technician).AddEndpointFilter(KeepPrivate);
        pages.MapGet("", List);
        pages.MapGet("/new", Begin);
        pages.MapPost("/new", Write);
        pages.MapGet("/{key}", Edit);
        pages.MapPost("/{key}", Update);
        pages.MapPost("/{key}/end", End);
    }

    public static string UrlOf(string key) => $"{Url}/{AddressPath.Escape(key)}";

    private static async Task<RazorComponentResult<IssuesPage>> List(KnownIssueBoard board, IssueContacts contacts, Surges surges, CancellationToken cancel) =>
        Page.Of<IssuesPage>(new { Issues = await contacts.OfAsync([.. board.All.Take(MostListed)], cancel), Surges = await surges.NowAsync(cancel) });

    private static RazorComponentResult<IssuePage> Begin(HttpContext http, SiteClock clock, Technician technician)
    {
        var draft = IssueDraft.Of(http.Request.Query, SentForm.Nonce(), clock.Now, clock.Zone);
        return Page.Of<IssuePage>(new { Draft = draft with { Owner = technician.Of(http)?.Key ?? "" } });
    }

    private static async Task<IResult> Write(
        HttpContext http, SentForm sent, IssueCheck check, KnownIssueBook book, KnownIssueNews news, Technician technician, CancellationToken cancel)
    {
        if (technician.Sending(http, sent.One(Technician.Field)) is not { } me) return WhoAreYou(http, sent);
        var draft = IssueDraft.Of(sent);
        var errors = check.Errors(draft);
        if (errors.Count > 0) return Page.Of<IssuePage>(new { Draft = draft, Errors = errors }, StatusCodes.Status400BadRequest);
        var row = check.New(draft, me);
        await book.AddAsync(row, cancel);
        await news.LookAsync(cancel);
        return new SeeOther(UrlOf(row.Key));
    }

    private static IResult Edit(string key, KnownIssueBoard board, SiteClock clock) => board.Find(key) switch
    {
        null => TypedResults.NotFound(),
        { Row: { } row } posted => Page.Of<IssuePage>(new { Draft = IssueDraft.Of(row, clock.Zone), Posted = posted }),
        var posted => Page.Of<IssuePage>(new { Draft = new IssueDraft(), Posted = posted })
    };

    private static async Task<IResult> Update(string key, HttpContext http, SentForm sent,
        KnownIssueBoard board, IssueCheck check, KnownIssueBook book, KnownIssueNews news, Technician technician, CancellationToken cancel)
    {
        if (board.Find(key) is not { Row: { } row } posted) return TypedResults.NotFound();
        if (technician.Sending(http, sent.One(Technician.Field)) is not { } me) return WhoAreYou(http, sent);
        var draft = IssueDraft.Of(sent);
        var errors = check.Errors(draft);
        if (errors.Count > 0) return Page.Of<IssuePage>(new { Draft = draft, Posted = posted, Errors = errors }, StatusCodes.Status400BadRequest);
        return await KeepAsync(check.Filled(row, draft, me), draft.Seen, _ => draft, book, board, news, check, cancel);
    }

    private static async Task<IResult> End(string key, HttpContext http, SentForm sent, KnownIssueBoard board, IssueCheck check, KnownIssueBook book,
        KnownIssueNews news, SiteClock clock, Technician technician, CancellationToken cancel)
    {
        if (board.Find(key) is not { Row: { } row } posted) return TypedResults.NotFound();
        if (technician.Sending(http, sent.One(Technician.Field)) is not { } me) return WhoAreYou(http, sent);
        if (row.EndedAt is not null) return new SeeOther(UrlOf(key));
        var words = sent.Words("words");
        if (check.ForSome(words, "last-words") is { } refusal)
            return Page.Of<IssuePage>(new { Draft = IssueDraft.Of(row, clock.Zone) with { LastWords = words }, Posted = posted, Errors = (IReadOnlyList<FormError>)[refusal] }, StatusCodes.Status400BadRequest);
        var ended = row with
        {
            Body = words.Length > 0 ? $"{words[..Math.Min(words.Length, IssueCheck.LongestBody)]}\n\n{row.Body}" : row.Body,
            EndedAt = clock.Now,
            ChangedBy = me.Name,
            ChangedAt = clock.Now
        };
        return await KeepAsync(ended, sent.One("seen"), now => IssueDraft.Of(now, clock.Zone) with { LastWords = words }, book, board, news, check, cancel);
    }

    // What somebody else wrote meanwhile is not overwritten, and what was typed here is not lost.
    private static async Task<IResult> KeepAsync(
        KnownIssueRow row, string seenBefore, Func<KnownIssueRow, IssueDraft> typed,
        KnownIssueBook book, KnownIssueBoard board, KnownIssueNews news, IssueCheck check, CancellationToken cancel)
    {
        var seen = long.TryParse(seenBefore, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        var isKept = await book.ChangeAsync(row, seen, cancel);
        await news.LookAsync(cancel);
        if (isKept || board.Find(row.Key) is not { Row: { } now } posted) return new SeeOther(UrlOf(row.Key));
        var errors = (IReadOnlyList<FormError>)[check.ChangedBy(now)];
        var again = typed(now) with { Seen = now.ChangedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
        return Page.Of<IssuePage>(new { Draft = again, Posted = posted, Errors = errors }, StatusCodes.Status409Conflict);
    }

    private static RazorComponentResult<WhoPage> WhoAreYou(HttpContext http, SentForm sent) =>
        Page.Of<WhoPage>(new { Address = http.Request.Path.Value, Typed = sent.Fields }, StatusCodes.Status400BadRequest);

    private static ValueTask<object?> KeepPrivate(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        invocation.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(invocation);
    }
}
