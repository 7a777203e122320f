using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>"Talk to a person" for those who cannot sign in: often that is the very problem. Nothing that a closed site knows is shown or passed on there.</summary>
internal static class LockedOut
{
    public static void MapLockedOut(this RouteGroupBuilder pages)
    {
        pages.MapGet(OpenPaths.Help, Ask);
        pages.MapPost(OpenPaths.Help, Send);
    }

    private static IResult Ask(HttpContext http, string? returnUrl, DutyDesk duty, SiteClock clock) =>
        http.Visitor().Account is not null
            ? new SeeOther("/help")
            : Page.Of<LockedOutPage>(new { Form = new HelpForm { Form = SentForm.Nonce() }, Responder = duty.ResponderFor("", clock.Now), ReturnUrl = ReturnUrl.Safe(returnUrl) });

    private static async Task<IResult> Send(
        HttpContext http, SentForm sent, HelpContexts contexts, HelpCheck check, Suspicion suspicion, HelpSending sending, DutyDesk duty, SiteClock clock, CancellationToken cancel)
    {
        var form = Bare(HelpForm.Of(sent));
        var asker = Asker.Of(http) with { Receipts = [] };
        var context = await contexts.OfAsync(asker, form, cancel);
        var errors = check.Errors(form, context);
        if (errors.Count > 0)
            return Page.Of<LockedOutPage>(new { Form = form, Responder = duty.ResponderFor("", clock.Now), Errors = errors }, StatusCodes.Status400BadRequest);
        return await sending.SendAsync(http, form, asker, HelpRequest.Of(form, context, asker.Reader, clock), isNow: false, suspicion.OfCaseFromOutside(http, sent.Fields), cancel);
    }

    // Whoever stands outside cannot pass on what they may not see.
    private static HelpForm Bare(HelpForm form) => form with { About = "", Article = "", Revision = "", Led = "", Search = [], Tried = [], Outcome = [], Earlier = [], Failed = "" };
}
