using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Identity;

/// <summary>The page to sign in with a login and a password.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in", Show);
        pages.MapPost("/sign-in", SignIn);
        pages.MapPassword();
    }

    private static IResult Show(HttpContext context, string? returnUrl) =>
        context.Visitor().Account is null ? Page.Of<SignInPage>(new { ReturnUrl = ReturnUrl.Safe(returnUrl) }) : new SeeOther(ReturnUrl.Safe(returnUrl));

    private static async Task<IResult> SignIn(
        HttpContext context, SentForm sent, Accounts accounts, SignInTries tries, NetworkTries networks, KnownDevice devices, Sessions sessions, CancellationToken cancel)
    {
        var (login, password, back) = (sent.One("login"), sent.Fields["password"].ToString(), ReturnUrl.Safe(sent.One("returnUrl")));
        if (login.Length == 0 || password.Length == 0) return Again(login, back, "empty", StatusCodes.Status400BadRequest);
        if (!networks.Take(context)) return Again(login, back, "network", StatusCodes.Status429TooManyRequests);
        var device = devices.Of(context, login);
        if (!await tries.BeginAsync(login, device, cancel)) return Again(login, back, "wait", StatusCodes.Status429TooManyRequests);
        if (await accounts.CheckAsync(login, password, cancel) is not { } account) return Again(login, back, "wrong", StatusCodes.Status401Unauthorized);
        await tries.SucceededAsync(login, device, cancel);
        await BeginAsync(context, account, devices, sessions, cancel);
        return new SeeOther(back);
    }

    public static async Task BeginAsync(HttpContext context, Account account, KnownDevice devices, Sessions sessions, CancellationToken cancel)
    {
        await sessions.BeginAsync(context, new Session(account.Id, account.Name ?? account.Login, account.GroupList) { Login = account.Login }, cancel);
        devices.Remember(context, account.Login);
    }

    // The password is typed again; no page holds one.
    private static IResult Again(string login, string back, string wrong, int status) => Page.Of<SignInPage>(new { Login = login, ReturnUrl = back, Wrong = wrong }, status);
}
