using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Where technicians work: the queue, one case, and every step in it.</summary>
internal static class DeskCases
{
    private static readonly string[] Filters = ["broken", "mine", "unassigned", "all", "closed"];

    public static void AddDeskCases(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Technician>();
        builder.Services.AddSingleton<CaseForms>();
    }

    public static void MapDeskCases(this RouteGroupBuilder desk)
    {
        var cases = desk.MapGroup("/cases");
        cases.MapGet("", List);
        cases.MapPost("/me", SayWhoIAm);
        cases.MapPost("/outbox/{id}/replay", Replay);
        cases.MapGet("/{number:long}", Show);
        cases.MapGet("/{number:long}/" + CallEntry.FileName, Call);
        cases.MapGet("/{number:long}/files/{id}", Download);
        cases.MapPost("/{number:long}/{action}", Change);
    }

    private static async Task<IResult> List(HttpContext http, CaseQueue queue, Outbox outbox, Technician technician, CancellationToken cancel)
    {
        var me = technician.Of(http);
        var show = Filters.FirstOrDefault(filter => filter == http.Request.Query["show"]) ?? "open";
        var rows = show switch
        {
            "mine" => me is null ? [] : await queue.OfAsync(technician.KeysOf(me), cancel),
            "broken" => await queue.BrokenAsync(cancel),
            "unassigned" => await queue.UnassignedAsync(cancel),
            "all" => await queue.AllAsync(cancel),
            "closed" => await queue.ClosedAsync(cancel),
            _ => await queue.OpenAsync(cancel)
        };
        http.Response.Headers.CacheControl = "no-store";
        return Page.Of<CaseListPage>(new { Cases = rows, Show = show, Me = me, Undelivered = await outbox.UndeliveredAsync(cancel) });
    }

    private static IResult SayWhoIAm(HttpContext http, SentForm sent, Technician technician) =>
        technician.Choose(http, sent.One(Technician.Field)) is null
            ? WhoAreYou(FormCollection.Empty, "/desk/cases/me")
            : new SeeOther(Back(sent.One("back")));

    private static async Task<IResult> Replay(string id, Outbox outbox, CancellationToken cancel) =>
        await outbox.ReplayAsync(id, cancel) ? new SeeOther("/desk/cases#undelivered") : TypedResults.NotFound();

    private static async Task<IResult> Show(long number, HttpContext http, Cases cases, Technician technician, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await cases.FindByNumberAsync(number, cancel) is { } story
            ? Page.Of<CasePage>(new { Story = story, Me = technician.Of(http) })
            : TypedResults.NotFound();
    }

    private static async Task<IResult> Call(long number, Cases cases, CallEntry entry, CancellationToken cancel) =>
        await cases.FindByNumberAsync(number, cancel) is { } story && entry.ForOwner(story) is { } text
            ? new CallFile(text)
            : TypedResults.NotFound();

    private static async Task<IResult> Download(long number, string id, Cases cases, AttachmentFolder folder, CancellationToken cancel) =>
        AttachmentDownload.Of(await cases.FindByNumberAsync(number, cancel), id, folder);

    private static async Task<IResult> Change(long number, string action, HttpContext http, SentForm sent,
        Cases cases, CaseForms forms, Technician technician, CancellationToken cancel)
    {
        if (await cases.FindByNumberAsync(number, cancel) is not { } story) return TypedResults.NotFound();
        var me = technician.Choose(http, sent.One(Technician.Field)) ?? technician.Of(http);
        if (me is null) return WhoAreYou(sent.Fields, http.Request.Path);
        switch (forms.Read(action, sent, story.Case, me))
        {
            case CaseStep.Valid valid:
                await cases.ChangeAsync(story.Case.Id, valid.Change, cancel);
                return new SeeOther(story.Case.DeskUrl);
            case CaseStep.Wrong wrong:
                var errors = (IReadOnlyList<FormError>)[new FormError(wrong.Field, wrong.Sentence)];
                var page = new { Story = story, Me = me, Action = action, Typed = sent.Fields, Errors = errors };
                return Page.Of<CasePage>(page, StatusCodes.Status400BadRequest);
            default:
                return TypedResults.NotFound();
        }
    }

    // Nothing typed is lost: the page asks for the name and sends the same form on.
    private static IResult WhoAreYou(IFormCollection typed, string address) =>
        Page.Of<WhoPage>(new { Address = address, Typed = typed }, StatusCodes.Status400BadRequest);

    private static string Back(string page) => page.StartsWith("/desk/", StringComparison.Ordinal) ? page : "/desk/cases";
}
