using System.CommandLine;

namespace KnowledgeCommons.Cli;

/// <summary>kc user: the people who sign in with a password (Identity:Mode Accounts).</summary>
internal static class UserCommand
{
    public static Command Make()
    {
        var data = ServerFolder.Option();
        data.Recursive = true;
        var site = new Option<string?>("--site") { Description = "The site's address, such as https://help.example.com, for complete links.", Recursive = true };
        var login = new Argument<string>("LOGIN") { Description = "What they sign in with: a short name or a mail address." };
        var name = new Option<string?>("--name") { Description = "Their name, as others at the desk read it." };
        var groups = new Option<string[]>("--groups") { Description = "Groups, separated by commas.", DefaultValueFactory = _ => [] };
        var named = new Argument<string[]>("GROUPS") { Description = "All groups that they are in from now on; none: in no group.", Arity = ArgumentArity.ZeroOrMore };
        return new Command("user", "Accounts of people who sign in with a password. Works beside a running server.")
        {
            data, site,
            Doing("add", "Makes an account and prints the one-time link, good for 24 hours, with which its owner chooses a password.", [login, name, groups],
                (users, parsed, cancel) => users.AddAsync(parsed.GetValue(login) ?? "", parsed.GetValue(name), parsed.GetValue(groups) ?? [], cancel)),
            Doing("reset", "Makes the password void, signs them out, and prints a one-time link, good for an hour, to choose a new one.", [login],
                (users, parsed, cancel) => users.ResetAsync(parsed.GetValue(login) ?? "", cancel)),
            Doing("disable", "Closes an account and signs its owner out everywhere within seconds.", [login],
                (users, parsed, cancel) => users.DisableAsync(parsed.GetValue(login) ?? "", cancel)),
            Doing("enable", "Opens it again.", [login], (users, parsed, cancel) => users.EnableAsync(parsed.GetValue(login) ?? "", cancel)),
            Doing("groups", "Says which groups they are in, in place of those before; they sign in again.", [login, named],
                (users, parsed, cancel) => users.SetGroupsAsync(parsed.GetValue(login) ?? "", parsed.GetValue(named) ?? [], cancel)),
            Doing("list", "Lists everybody.", [], (users, _, cancel) => users.ListAsync(cancel))
        };

        Command Doing(string verb, string description, IEnumerable<Symbol> parts, Func<UserDesk, ParseResult, CancellationToken, Task<int>> work)
        {
            var command = new Command(verb, description);
            foreach (var part in parts)
                if (part is Argument argument) command.Add(argument);
                else if (part is Option option) command.Add(option);
            command.SetAction((parsed, cancel) => UserDesk.OpenAsync(
                parsed.GetValue(data) ?? ServerFolder.Usual, parsed.GetValue(site), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, users => work(users, parsed, cancel), cancel));
            return command;
        }
    }
}
