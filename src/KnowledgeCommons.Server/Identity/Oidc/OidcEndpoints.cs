using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Identity;

/// <summary>The way to the provider and back.</summary>
internal static class OidcEndpoints
{
    public static void MapOidc(this RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in", Begin);
        pages.MapGet(OidcFlow.CallbackPath, Finish);
        pages.MapPost("/sign-out/back-channel", End);
    }

    private static async Task<IResult> Begin(HttpContext context, string? returnUrl, OidcFlow flow, CancellationToken cancel)
    {
        var back = ReturnUrl.Safe(returnUrl);
        if (context.Visitor().Account is not null) return new SeeOther(back);
        return await flow.BeginAsync(context, back, cancel) is { } page ? new SeeOther(page) : Refuse("unreachable");
    }

    private static async Task<IResult> Finish(HttpContext context, OidcFlow flow, Sessions sessions, ILogger<OidcFlow> log, CancellationToken cancel)
    {
        var (session, then) = await flow.FinishAsync(context, cancel);
        if (session is null)
        {
            log.SignInRefused(then);
            return Refuse(then);
        }
        await sessions.BeginAsync(context, session, cancel);
        return new SeeOther(then);
    }

    private static async Task<IResult> End(SentForm sent, OidcFlow flow, Sessions sessions, Database database, CancellationToken cancel)
    {
        if (await flow.EndedByAsync(sent.One("logout_token"), cancel) is not { } ended) return TypedResults.BadRequest();
        if (ended.ProviderSession is { } session) await sessions.EndOfProviderAsync(session, cancel);
        else if (ended.Account is { } account) await database.WriteAsync(connection => sessions.EndAllAsync(connection, account), cancel);
        return TypedResults.Ok();
    }

    private static IResult Refuse(string why) =>
        Page.Of<RefusedPage>(new { Why = why }, why == "unreachable" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest);
}
