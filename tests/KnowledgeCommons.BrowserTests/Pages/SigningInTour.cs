using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.BrowserTests.Pages;

/// <summary>The pages of signing in, and those of somebody who cannot.</summary>
internal static class SigningInTour
{
    public const string Password = "four plain words here";

    public static Dictionary<string, Func<FurnishedSite, Visitor, Task>> Pages { get; } = new()
    {
        ["sign in"] = (site, visitor) => visitor.OpenAsync(site.Closed.Url + "/sign-in"),
        ["sign in: wrong"] = (site, visitor) => Tour.SendAsync(visitor, site.Closed.Url + "/sign-in", "form[action='/sign-in']", "form.login.value = 'nobody'; form.password.value = 'x';"),
        ["sign in: no such link"] = (site, visitor) => visitor.OpenAsync(site.Closed.Url + "/sign-in/password/none"),
        ["sign in: choose a password"] = async (site, visitor) => await visitor.OpenAsync(await LinkAsync(site)),
        ["sign in: a weak password"] = async (site, visitor) => await Tour.SendAsync(visitor, await LinkAsync(site), "form.stack", "form.password.value = 'short';"),
        ["sign out"] = async (site, visitor) =>
        {
            await SignInAsync(site, visitor);
            await visitor.OpenAsync(site.Closed.Url + "/sign-out");
        },
        ["signed out"] = async (site, visitor) =>
        {
            await SignInAsync(site, visitor);
            await Tour.SendAsync(visitor, site.Closed.Url + "/sign-out", "form[action='/sign-out']");
        },
        ["sign in first, with what was written"] = async (site, visitor) =>
        {
            await SignInAsync(site, visitor);
            await visitor.OpenAsync(site.Closed.Url + "/help");
            await visitor.Page.Context.ClearCookiesAsync();
            await visitor.Page.Locator("#problem").FillAsync("It hums.");
            await visitor.FollowAsync(visitor.Page.Locator("form[action='/help'] [type=submit]"));
        },
        ["locked out"] = (site, visitor) => visitor.OpenAsync(site.Closed.Url + "/help"),
        ["locked out, with errors"] = (site, visitor) => Tour.SendAsync(visitor, site.Closed.Url + "/help/now", "form[action='/sign-in/help']", "form.reach.value = 'email';"),
        ["a code by mail"] = (site, visitor) => visitor.OpenAsync(site.Closed.Url + "/sign-in/code"),
        ["a code by mail: not for this address"] = (site, visitor) => AskForCodeAsync(site, visitor, "eve@elsewhere.example"),
        ["a code by mail: sent"] = (site, visitor) => AskForCodeAsync(site, visitor, $"eve{Guid.NewGuid():N}@example.com"),
        ["a code by mail: wrong"] = async (site, visitor) =>
        {
            await AskForCodeAsync(site, visitor, $"eve{Guid.NewGuid():N}@example.com");
            await visitor.Page.Locator("#code").FillAsync("12345678");
            await visitor.FollowAsync(visitor.Page.Locator("form[action='/sign-in/code/enter'] [type=submit]"));
        },
        ["held back"] = (site, visitor) => visitor.OpenAsync(site.Addresses["held back"]),
        ["desk: held back"] = (_, visitor) => visitor.OpenAsync("/desk/held")
    };

    private static Task AskForCodeAsync(FurnishedSite site, Visitor visitor, string address) =>
        Tour.SendAsync(visitor, site.Closed.Url + "/sign-in/code", "form[action='/sign-in/code']", $"form.address.value = '{address}';");

    private static async Task SignInAsync(FurnishedSite site, Visitor visitor) =>
        await Tour.SendAsync(visitor, site.Closed.Url + "/sign-in", "form[action='/sign-in']", $"form.login.value = 'ada'; form.password.value = '{Password}';");

    private static async Task<string> LinkAsync(FurnishedSite site)
    {
        var accounts = site.Closed.Service<Accounts>();
        await accounts.AddAsync("eve", "Eve", [], CancellationToken.None);
        var eve = await accounts.FindAsync("eve", CancellationToken.None) ?? throw new InvalidOperationException("Eve has no account.");
        return site.Closed.Url + await accounts.LinkAsync(eve, TimeSpan.FromHours(1), forget: false, CancellationToken.None);
    }
}
