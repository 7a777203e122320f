using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Where technicians work: the queue, one case, and every step in it.</summary>
internal static class DeskCases
{
    private static readonly string[] Filters = ["broken", "mine", "unassigned", "all", "closed"];

    public static void AddDeskCases(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Technician>();
        builder.Services.AddSingleton<CaseForms>();
        builder.Services.AddSingleton<CaseSurroundings>();
    }

    public static void MapDeskCases(this RouteGroupBuilder desk)
    {
        var cases = desk.MapGroupFor("/cases", Role.Technician);
        cases.MapGet("", List);
        cases.MapPost("/me", SayWhoIAm);
        cases.MapPost("/outbox/{id}/replay", Replay);
        cases.MapGet("/articles", SearchArticles);
        cases.MapGet("/{number:long}", Show);
        cases.MapPost("/{number:long}/merge", Merge);
        cases.MapPost("/{number:long}/separate", Separate);
        cases.MapGet("/{number:long}/" + CallEntry.FileName, Call);
        cases.MapGet("/{number:long}/files/{id}", Download);
        cases.MapPost("/{number:long}/{action}", Change);
    }

    private static async Task<IResult> List(
        HttpContext http, CaseQueue queue, Outbox outbox, HeldPosts held, Technician technician, AuditBook audit, CancellationToken cancel)
    {
        var me = technician.Of(http);
        var keys = me is null ? [] : technician.KeysOf(me);
        var show = Filters.FirstOrDefault(filter => filter == http.Request.Query["show"]) ?? "open";
        var rows = show switch
        {
            "mine" => await queue.OfAsync(keys, cancel),
            "broken" => await queue.BrokenAsync(cancel),
            "unassigned" => await queue.UnassignedAsync(cancel),
            "all" => await queue.AllAsync(cancel),
            "closed" => await queue.ClosedAsync(cancel),
            _ => await queue.OpenAsync(cancel)
        };
        http.Response.Headers.CacheControl = "no-store";
        await audit.ListedAsync(http, technician, AuditKind.ListedCase, rows.Where(row => CaseWords.AreFor(keys, row)).Select(row => row.Id), cancel);
        var (undelivered, waiting) = (await outbox.UndeliveredAsync(cancel), await held.CountAsync(DateTimeOffset.MaxValue, cancel));
        return Page.Of<CaseListPage>(new { Cases = rows, Keys = keys, Show = show, Me = me, Undelivered = undelivered, Held = waiting });
    }

    private static IResult SayWhoIAm(HttpContext http, SentForm sent, Technician technician) =>
        technician.Choose(http, sent.One(Technician.Field)) is null
            ? WhoAreYou(FormCollection.Empty, "/desk/cases/me")
            : new SeeOther(Back(sent.One("back")));

    private static async Task<IResult> Replay(string id, Outbox outbox, CancellationToken cancel) =>
        await outbox.ReplayAsync(id, cancel) ? new SeeOther("/desk/cases#undelivered") : TypedResults.NotFound();

    // Not kept: who looks for an answer has no problem.
    private static JsonHttpResult<ArticleChoice[]> SearchArticles(string? q, CaseSurroundings surroundings) =>
        TypedResults.Json(surroundings.ArticlesFor(q ?? "").ToArray());

    private static async Task<IResult> Show(
        long number, string? with, HttpContext http, Cases cases, CaseSurroundings surroundings, Technician technician, AuditBook audit, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await cases.FindByNumberAsync(number, cancel) is not { } story) return TypedResults.NotFound();
        await audit.LooksAsync(http, technician, AuditKind.ReadCase, story.Case.Id, cancel);
        var around = await surroundings.OfAsync(story, cancel);
        return Page.Of<CasePage>(new { Story = story, Around = around, Me = technician.Of(http), Action = "answer", Typed = surroundings.AnswerWith(with) });
    }

    private static async Task<IResult> Call(long number, HttpContext http, Cases cases, CallEntry entry, Technician technician, AuditBook audit, CancellationToken cancel)
    {
        if (await cases.FindByNumberAsync(number, cancel) is not { } story || entry.ForOwner(story) is not { } text) return TypedResults.NotFound();
        await audit.LooksAsync(http, technician, AuditKind.ReadCase, story.Case.Id, cancel);
        return new CallFile(text);
    }

    private static async Task<IResult> Download(
        long number, string id, HttpContext http, Cases cases, AttachmentFolder folder, Technician technician, AuditBook audit, CancellationToken cancel)
    {
        var story = await cases.FindByNumberAsync(number, cancel);
        if (story is not null) await audit.LooksAsync(http, technician, AuditKind.ReadCase, story.Case.Id, cancel);
        return AttachmentDownload.Of(story, id, folder);
    }

    private static async Task<IResult> Change(long number, string action, HttpContext http, SentForm sent, Cases cases, CaseForms forms,
        DeskSteps steps, CaseSurroundings surroundings, Technician technician, CancellationToken cancel)
    {
        if (await cases.FindByNumberAsync(number, cancel) is not { } story) return TypedResults.NotFound();
        if (technician.Sending(http, sent.One(Technician.Field)) is not { } me) return WhoAreYou(sent.Fields, http.Request.Path);
        switch (forms.Read(action, sent, story.Case, me))
        {
            case CaseStep.Valid valid:
                await steps.TakeAsync(story.Case.Id, valid.Change, valid.Use, cancel);
                return new SeeOther(story.Case.DeskUrl);
            case CaseStep.Wrong wrong:
                var errors = (IReadOnlyList<FormError>)[new FormError(wrong.Field, wrong.Sentence)];
                var around = await surroundings.OfAsync(story, cancel);
                var page = new { Story = story, Around = around, Me = me, Action = action, Typed = sent.Fields, Errors = errors };
                return Page.Of<CasePage>(page, StatusCodes.Status400BadRequest);
            default:
                return TypedResults.NotFound();
        }
    }

    private static async Task<IResult> Merge(long number, HttpContext http, SentForm sent, Cases cases, CaseMerging merging,
        CaseSurroundings surroundings, Technician technician, Texts texts, CancellationToken cancel)
    {
        if (await cases.FindByNumberAsync(number, cancel) is not { } story) return TypedResults.NotFound();
        if (technician.Sending(http, sent.One(Technician.Field)) is not { } me) return WhoAreYou(sent.Fields, http.Request.Path);
        var into = CaseLabel.NumberIn(sent.One("into"));
        if ((into is null ? "unknown" : await merging.MergeAsync(story.Case.Id, into.Value, me, cancel)) is not { } refusal) return new SeeOther(story.Case.DeskUrl);
        var errors = (IReadOnlyList<FormError>)[new FormError("into", texts[$"deskcase.merge.error.{refusal}"])];
        var page = new { Story = story, Around = await surroundings.OfAsync(story, cancel), Me = me, Action = "merge", Typed = sent.Fields, Errors = errors };
        return Page.Of<CasePage>(page, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Separate(long number, HttpContext http, SentForm sent, Cases cases, CaseMerging merging, Technician technician, CancellationToken cancel)
    {
        if (await cases.FindByNumberAsync(number, cancel) is not { } story) return TypedResults.NotFound();
        if (technician.Sending(http, sent.One(Technician.Field)) is not { } me) return WhoAreYou(sent.Fields, http.Request.Path);
        await merging.SeparateAsync(story.Case.Id, me, cancel);
        return new SeeOther(story.Case.DeskUrl);
    }

    // Nothing typed is lost: the page asks for the name and sends the same form on.
    private static IResult WhoAreYou(IFormCollection typed, string address) =>
        Page.Of<WhoPage>(new { Address = address, Typed = typed }, StatusCodes.Status400BadRequest);

    private static string Back(string page) => page.StartsWith("/desk/", StringComparison.Ordinal) ? page : "/desk/cases";
}
