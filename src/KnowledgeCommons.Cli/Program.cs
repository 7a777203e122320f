using System.CommandLine;
using KnowledgeCommons.Cli;

var kc = new RootCommand("kc: the tool of authors and operators of Knowledge Commons.")
{
    LintCommand.Make(),
    PreviewCommand.Make(),
    ContactsCommand.Make(),
    DemoCommand.Make(),
    UserCommand.Make(),
    PrivacyCommand.Make(),
    AuditCommand.Make()
};
var parsed = kc.Parse(args);
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
await Console.Error.WriteLineAsync("Try 'kc --help'.");
return ExitCode.WrongUsage;
