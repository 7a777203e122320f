using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Finds out who asks, before any page is looked up or made, and leads those to sign in who have to.</summary>
internal sealed class Doorkeeper(RequestDelegate next, ISignIn signIn, IOptions<IdentityOptions> options, Texts texts)
{
    private readonly bool _anybodyReads = options.Value.AnybodyReads;

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (OpenPaths.AreForPrograms(path))
        {
            await next(context);
            return;
        }
        var isOpen = OpenPaths.AreForAll(path);
        switch (await signIn.WhoAsync(context))
        {
            case Arrival.Refused refused when !isOpen:
                await RefuseAsync(context, refused.Status, refused.Why);
                break;
            case Arrival.Known { Visitor.Account: null } when !isOpen && !_anybodyReads:
                await LeadAsync(context);
                break;
            case Arrival.Known known:
                context.Arrive(known.Visitor);
                await next(context);
                break;
            default:
                await next(context);
                break;
        }
    }

    // What somebody wrote before their session ended is shown again, to be sent once they are back.
    private async Task LeadAsync(HttpContext context)
    {
        if (IsPage(context.Request) && context.Request.Path.StartsWithSegments("/help")) await new SeeOther(ReturnUrl.ToHelp(context.Request)).ExecuteAsync(context);
        else if (!signIn.HasPages) await RefuseAsync(context, StatusCodes.Status401Unauthorized, "nobody");
        else if (IsPage(context.Request)) await new SeeOther(ReturnUrl.ToSignIn(context.Request)).ExecuteAsync(context);
        else if (HttpMethods.IsPost(context.Request.Method) && !IsProgram(context.Request))
        {
            var sent = await SentForm.BindAsync(context);
            PrivatePage.Keep(context.Response);
            await Page.Of<SignInFirstPage>(
                new { Address = context.Request.Path + context.Request.QueryString, Typed = sent?.Fields ?? FormCollection.Empty }, StatusCodes.Status401Unauthorized).ExecuteAsync(context);
        }
        else await RefuseAsync(context, StatusCodes.Status401Unauthorized, "nobody");
    }

    private Task RefuseAsync(HttpContext context, int status, string why)
    {
        PrivatePage.Keep(context.Response);
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return IsProgram(context.Request)
            ? TypedResults.Problem(texts[$"signin.refused.{why}"], statusCode: status).ExecuteAsync(context)
            : Page.Of<RefusedPage>(new { Why = why }, status).ExecuteAsync(context);
    }

    private static bool IsProgram(HttpRequest request) => request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/openapi");

    // A picture, a feed or a script's question must not end at a page to sign in.
    private static bool IsPage(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        if (IsProgram(request) || request.Headers["Sec-Fetch-Mode"] is [{ } mode, ..] && mode != "navigate") return false;
        var accept = request.Headers.Accept.ToString();
        return accept.Length == 0 || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal);
    }
}
