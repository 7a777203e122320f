using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Cli;

/// <summary>Carries out kc user, and says what became of it.</summary>
internal sealed class UserDesk(Accounts accounts, AuditBook audit, SiteKey key, string? site, TextWriter output, TextWriter error)
{
    private static readonly TimeSpan FirstLink = TimeSpan.FromHours(24);
    private static readonly TimeSpan ResetLink = TimeSpan.FromHours(1);

    public static Task<int> OpenAsync(string data, string? site, TextWriter output, TextWriter error, Func<UserDesk, Task<int>> work, CancellationToken cancel) =>
        SiteBeside.RunAsync(data, error, services => work(new UserDesk(services.GetRequiredService<Accounts>(), services.GetRequiredService<AuditBook>(), services.GetRequiredService<SiteKey>(), site, output, error)), cancel);

    public async Task<int> AddAsync(string login, string? name, IEnumerable<string> groups, CancellationToken cancel)
    {
        if (!Account.IsLogin(Account.LoginOf(login))) return await RefuseAsync($"\"{login}\" cannot be a login: use letters, digits and . - _ @ + only, at least two.");
        await NoteAsync(login, "added", groups, cancel);
        if (!await accounts.AddAsync(login, name, groups, cancel) || await accounts.FindAsync(login, cancel) is not { } account)
            return await RefuseAsync($"{Account.LoginOf(login)} has an account already. For a new link: kc user reset {Account.LoginOf(login)}");
        return await TellLinkAsync($"{account.Login} has an account.", account, FirstLink, "24 hours", forget: false, cancel);
    }

    public Task<int> ResetAsync(string login, CancellationToken cancel) => ForAsync(login, async account =>
    {
        if (account.DisabledAt is not null) return await RefuseAsync($"{account.Login} is disabled. First: kc user enable {account.Login}");
        await NoteAsync(login, "reset", [], cancel);
        return await TellLinkAsync($"The password of {account.Login} is void, and they are signed out.", account, ResetLink, "one hour", forget: true, cancel);
    }, cancel);

    public Task<int> DisableAsync(string login, CancellationToken cancel) => ForAsync(login, async account =>
    {
        await NoteAsync(login, "disabled", [], cancel);
        await accounts.DisableAsync(account, cancel);
        return await DoneAsync($"{account.Login} is disabled, and signed out everywhere within seconds.");
    }, cancel);

    public Task<int> EnableAsync(string login, CancellationToken cancel) => ForAsync(login, async account =>
    {
        await NoteAsync(login, "enabled", [], cancel);
        await accounts.EnableAsync(account, cancel);
        return await DoneAsync($"{account.Login} may sign in again.");
    }, cancel);

    public Task<int> SetGroupsAsync(string login, IEnumerable<string> groups, CancellationToken cancel) => ForAsync(login, async account =>
    {
        await NoteAsync(login, "groups", groups, cancel);
        await accounts.SetGroupsAsync(account, groups, cancel);
        return await DoneAsync($"{account.Login} is in: {Words(Account.Joined(groups))}. It counts from their next sign-in on; they are signed out now.");
    }, cancel);

    public async Task<int> ListAsync(CancellationToken cancel)
    {
        var all = await accounts.AllAsync(cancel);
        if (all.Count == 0) await output.WriteLineAsync("Nobody has an account yet. The first one: kc user add LOGIN --groups GROUP");
        foreach (var account in all)
        {
            var state = account.DisabledAt is not null ? "disabled" : account.Password is null ? "no password yet" : "active";
            await output.WriteLineAsync($"{account.Login}\t{account.Name}\t{state}\t{Words(account.Groups)}");
        }
        return ExitCode.Done;
    }

    // Before it happens, and by a keyed hash: who was forgotten is not named here for ever.
    private Task NoteAsync(string login, string what, IEnumerable<string> groups, CancellationToken cancel) => audit.AddAsync(
        AuditKind.Roles, Environment.UserName, AuditOf(key, login), $"{what} {Account.Joined(groups).Replace("\n", ", ", StringComparison.Ordinal)}".Trim(), cancel);

    /// <summary>By what the audit knows an account.</summary>
    public static string AuditOf(SiteKey key, string login) => key.Secret("audit of " + Account.LoginOf(login));

    private async Task<int> ForAsync(string login, Func<Account, Task<int>> work, CancellationToken cancel) =>
        await accounts.FindAsync(login, cancel) is { } account ? await work(account) : await RefuseAsync($"Nobody has the login {login}. Everybody is listed by: kc user list");

    private async Task<int> TellLinkAsync(string done, Account account, TimeSpan lifetime, string words, bool forget, CancellationToken cancel)
    {
        var link = await accounts.LinkAsync(account, lifetime, forget, cancel);
        await output.WriteLineAsync($"{done} Give them this link yourself; it works once, within {words}:");
        await output.WriteLineAsync($"  {site?.TrimEnd('/')}{link}");
        return ExitCode.Done;
    }

    private static string Words(string groups) => groups.Length == 0 ? "no group" : groups.Replace("\n", ", ", StringComparison.Ordinal);

    private async Task<int> DoneAsync(string what)
    {
        await output.WriteLineAsync(what);
        return ExitCode.Done;
    }

    private async Task<int> RefuseAsync(string why)
    {
        await error.WriteLineAsync(why);
        return ExitCode.Findings;
    }
}
