using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Identity;

/// <summary>The page behind a one-time link: its owner chooses a password there. Looking at it does not use it up; mail programs look at links too.</summary>
internal static class PasswordEndpoints
{
    public const string Url = "/sign-in/password/";
    private const string Route = Url + "{token}";

    public static void MapPassword(this RouteGroupBuilder pages)
    {
        pages.MapGet(Route, Show);
        pages.MapPost(Route, Choose);
    }

    private static async Task<IResult> Show(string token, Accounts accounts, CancellationToken cancel) =>
        await accounts.OfLinkAsync(token, cancel) is { } account ? Page.Of<PasswordPage>(new { Login = account.Login, Token = token }) : Void();

    private static async Task<IResult> Choose(
        HttpContext context, string token, SentForm sent, Accounts accounts, KnownDevice devices, Sessions sessions, CancellationToken cancel)
    {
        if (await accounts.OfLinkAsync(token, cancel) is not { } account) return Void();
        var password = sent.Fields["password"].ToString();
        var wrong = PasswordRule.Wrong(password, account.Login) ?? (sent.Fields["again"].ToString() == password ? null : "different");
        if (wrong is not null) return Page.Of<PasswordPage>(new { Login = account.Login, Token = token, Wrong = wrong }, StatusCodes.Status400BadRequest);
        if (!await accounts.ChooseAsync(token, account, password, cancel)) return Void();
        await AccountEndpoints.BeginAsync(context, account, devices, sessions, cancel);
        return new SeeOther("/");
    }

    private static IResult Void() => Page.Of<RefusedPage>(new { Why = "link" }, StatusCodes.Status404NotFound);
}
