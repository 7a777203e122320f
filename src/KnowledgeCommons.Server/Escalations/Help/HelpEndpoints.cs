using System.Buffers.Text;
using System.Security.Cryptography;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>"Talk to a person": the form that carries the story so far, and its sending.</summary>
internal static class HelpEndpoints
{
    private const int NonceBytes = 16;

    public static void MapHelp(this RouteGroupBuilder pages)
    {
        pages.MapGet("/help", Ask);
        TakesFiles.On(pages.MapPost("/help", Send));
    }

    private static async Task<IResult> Ask(HttpContext http, HelpContexts contexts, CancellationToken cancel)
    {
        var asked = HelpForm.Of(http.Request.Query);
        // An article's page is the same for everybody, so its link cannot say which search led there.
        var lastSearch = SearchCookie.Of(http) ?? "";
        var led = asked.Led.Length > 0 ? asked : asked with { Led = lastSearch };
        var context = await contexts.OfAsync(ReaderCookie.Of(http), led, cancel);
        var words = asked.Problem.Length > 0 ? asked.Problem : context.Search(asked.Led)?.Query ?? "";
        return Page.Of<HelpPage>(new { Form = Prefilled(led, context) with { Problem = words }, Context = context });
    }

    // Everything known is ticked; what was tried, only the reader can say.
    private static HelpForm Prefilled(HelpForm asked, HelpContext context) => Again(asked, context) with
    {
        Article = context.Article?.Slug.Value ?? "",
        Search = [.. context.Searches.Select(search => search.Id)],
        Outcome = [.. context.Answers.Select(answer => answer.Id)],
        Form = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes))
    };

    private static async Task<IResult> Send(
        HttpContext http, SentForm sent, HelpContexts contexts, HelpCheck check, Attachments attachments, Cases cases, SiteClock clock, CancellationToken cancel)
    {
        var form = HelpForm.Of(sent);
        var reader = ReaderCookie.Of(http);
        var context = await contexts.OfAsync(reader, form, cancel);
        var (files, refused) = await attachments.TakeAsync(sent, had: 0, cancel);
        IReadOnlyList<FormError> errors = [.. check.Errors(form, context), .. refused];
        if (errors.Count > 0) return NotYet(form, context, errors);
        var token = await cases.OpenAsync(HelpRequest.Of(form, context, reader, clock) with { Files = files }, cancel);
        return new SeeOther(token.Url);
    }

    private static IResult NotYet(HelpForm form, HelpContext context, IReadOnlyList<FormError> errors) =>
        Page.Of<HelpPage>(new { Form = Again(form, context), Context = context, Errors = errors }, StatusCodes.Status400BadRequest);

    // A revision that was never published is replaced by the present one, so that the page can be sent again.
    private static HelpForm Again(HelpForm form, HelpContext context) => form with
    {
        About = context.Article?.Slug.Value ?? "",
        Revision = context.Revision ?? context.Article?.Revision.Value ?? "",
        Led = context.Search(form.Led)?.Id ?? "",
        Search = [.. form.Search.Where(id => context.Search(id) is not null)]
    };
}
