using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Components;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>"Talk to a person": the form that carries the story so far, its short form for people who are stuck right now, and their sending.</summary>
internal static class HelpEndpoints
{
    public static void MapHelp(this RouteGroupBuilder pages)
    {
        pages.MapGet("/help", Ask<HelpPage>);
        TakesFiles.On(pages.MapPost("/help", Send));
        pages.MapGet("/help/now", Ask<NowPage>);
        pages.MapPost("/help/now", SendNow);
    }

    private static async Task<IResult> Ask<TPage>(HttpContext http, HelpContexts contexts, CancellationToken cancel) where TPage : IComponent
    {
        var asked = HelpForm.Of(http.Request.Query);
        // An article's page is the same for everybody, so its link cannot say which search led there.
        var lastSearch = SearchCookie.Of(http) ?? "";
        var led = asked.Led.Length > 0 ? asked : asked with { Led = lastSearch };
        var context = await contexts.OfAsync(Asker.Of(http), led, cancel);
        var words = asked.Problem.Length > 0 ? asked.Problem : context.Search(asked.Led)?.Query ?? "";
        return Page.Of<TPage>(new { Form = Prefilled(led, context) with { Problem = words }, Context = context });
    }

    // Everything known is ticked; what was tried, only the reader can say.
    private static HelpForm Prefilled(HelpForm asked, HelpContext context) => Again(asked, context) with
    {
        Article = context.Article?.Slug.Value ?? "",
        Search = [.. context.Searches.Select(search => search.Id)],
        Outcome = [.. context.Answers.Select(answer => answer.Id)],
        Earlier = [.. context.Cases.Select(past => past.Id)],
        Platform = context.Platform ?? "",
        Form = SentForm.Nonce()
    };

    private static async Task<IResult> Send(
        HttpContext http, SentForm sent, HelpContexts contexts, HelpCheck check, Attachments attachments, Cases cases, SiteClock clock, CancellationToken cancel)
    {
        var form = HelpForm.Of(sent);
        var asker = Asker.Of(http);
        var context = await contexts.OfAsync(asker, form, cancel);
        var (files, refused) = await attachments.TakeAsync(sent, had: 0, cancel);
        IReadOnlyList<FormError> errors = [.. check.Errors(form, context), .. refused];
        return errors.Count > 0
            ? NotYet<HelpPage>(form, context, errors)
            : await OpenAsync(http, cases, HelpRequest.Of(form, context, asker.Reader, clock) with { Files = files }, cancel);
    }

    // Who is stuck cannot work, and needs it now: that is not asked.
    private static async Task<IResult> SendNow(
        HttpContext http, SentForm sent, HelpContexts contexts, HelpCheck check, Cases cases, SiteClock clock, CancellationToken cancel)
    {
        var form = HelpForm.Of(sent) with { Impact = HelpChoices.Stopped };
        var asker = Asker.Of(http);
        var context = await contexts.OfAsync(asker, form, cancel);
        var errors = check.Errors(form, context);
        return errors.Count > 0
            ? NotYet<NowPage>(form, context, errors)
            : await OpenAsync(http, cases, HelpRequest.Of(form, context, asker.Reader, clock) with { Deadline = clock.Now }, cancel);
    }

    private static async Task<IResult> OpenAsync(HttpContext http, Cases cases, HelpRequest request, CancellationToken cancel)
    {
        var token = await cases.OpenAsync(request, cancel);
        ReceiptsCookie.Add(http, token);
        ReaderCookie.Keep(http);
        return new SeeOther(token.Url);
    }

    private static IResult NotYet<TPage>(HelpForm form, HelpContext context, IReadOnlyList<FormError> errors) where TPage : IComponent =>
        Page.Of<TPage>(new { Form = Again(form, context), Context = context, Errors = errors }, StatusCodes.Status400BadRequest);

    // A revision that was never published is replaced by the present one, so that the page can be sent again.
    private static HelpForm Again(HelpForm form, HelpContext context) => form with
    {
        About = context.Article?.Slug.Value ?? "",
        Revision = context.Revision ?? context.Article?.Revision.Value ?? "",
        Led = context.Search(form.Led)?.Id ?? "",
        Search = [.. form.Search.Where(id => context.Search(id) is not null)]
    };
}
