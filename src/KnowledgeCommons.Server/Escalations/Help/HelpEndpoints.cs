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
        pages.MapPost("/help", Send);
    }

    private static async Task<IResult> Ask(HttpContext http, HelpContexts contexts, CancellationToken cancel)
    {
        var query = http.Request.Query;
        var (about, led) = (query["article"].ToString(), query["search"].ToString());
        var context = await contexts.OfAsync(ReaderCookie.Of(http), about, [led], cancel);
        var typed = query["problem"].ToString();
        var form = new HelpForm
        {
            Problem = typed.Length > 0 ? typed : context.Search(led)?.Query ?? "",
            About = context.Article?.Slug.Value ?? "",
            Article = context.Article?.Slug.Value ?? "",
            Revision = context.Article?.Revision.Value ?? "",
            Led = context.Search(led)?.Id ?? "",
            Search = [.. context.Searches.Select(search => search.Id)],
            Tried = [.. query["tried"].OfType<string>()],
            Form = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes))
        };
        return Page.Of<HelpPage>(new { Form = form, Context = context });
    }

    private static async Task<IResult> Send(
        HttpContext http, SentForm sent, HelpContexts contexts, HelpCheck check, Cases cases, SiteClock clock, CancellationToken cancel)
    {
        var form = HelpForm.Of(sent);
        var reader = ReaderCookie.Of(http);
        var context = await contexts.OfAsync(reader, form.About, [form.Led, .. form.Search], cancel);
        var errors = check.Errors(form, context);
        if (errors.Count > 0) return NotYet(form, context, errors);
        var token = await cases.OpenAsync(HelpRequest.Of(form, context, reader, clock.Zone), cancel);
        return new SeeOther(token.Url);
    }

    private static IResult NotYet(HelpForm form, HelpContext context, IReadOnlyList<FormError> errors) =>
        Page.Of<HelpPage>(new { Form = Again(form, context), Context = context, Errors = errors }, StatusCodes.Status400BadRequest);

    // The article may have a newer revision by now; sending the page again is then about what is published.
    private static HelpForm Again(HelpForm form, HelpContext context) => form with
    {
        Revision = context.Article?.Revision.Value ?? "",
        Led = context.Search(form.Led)?.Id ?? "",
        Search = [.. form.Search.Where(id => context.Search(id) is not null)]
    };
}
