using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Signing out: asked for by a link, done by a button, so that no picture on another page can do it.</summary>
internal static class SignOutEndpoints
{
    public const string Url = "/sign-out";

    public static void MapSignOut(this RouteGroupBuilder pages)
    {
        pages.MapGet(Url, Ask);
        pages.MapPost(Url, SignOut);
    }

    private static IResult Ask(HttpContext context) => Page.Of<SignOutPage>(new { IsSignedIn = context.Visitor().Account is not null });

    private static async Task<IResult> SignOut(HttpContext context, Sessions sessions, OidcFlow oidc, CancellationToken cancel)
    {
        var session = await sessions.FindAsync(context, cancel);
        await sessions.EndAsync(context, cancel);
        // Only the page of the session that is now over may say "sign out" any more.
        context.Arrive(Visitor.Anonymous);
        var provider = session?.IdToken is null ? null : await oidc.SignOutUrlAsync(context, session, cancel);
        // Not a redirect: browsers hold the content policy's form-action against where a form's answer leads.
        if (provider is not null) context.Response.Headers["Refresh"] = $"0;url={provider}";
        return Page.Of<SignOutPage>(new { ProviderUrl = provider });
    }
}
