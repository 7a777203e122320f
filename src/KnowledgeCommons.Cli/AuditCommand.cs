using System.CommandLine;
using System.Text;
using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Cli;

/// <summary>kc audit: who opened personal words, changed promises, declined complaints, changed roles or settings.</summary>
internal static class AuditCommand
{
    public static Command Make()
    {
        var data = ServerFolder.Option();
        var login = new Option<string?>("--account") { Description = "Only what was done to the account with this login." };
        var command = new Command("audit", "Prints as CSV who opened personal words, changed promises, declined complaints, changed roles or settings.") { data, login };
        command.SetAction((parsed, cancel) => SiteBeside.RunAsync(parsed.GetValue(data) ?? ServerFolder.Usual, parsed.InvocationConfiguration.Error, async services =>
        {
            var audit = services.GetRequiredService<AuditBook>();
            await audit.AddAsync(AuditKind.Taken, Environment.UserName, about: null, "kc audit", cancel);
            var about = parsed.GetValue(login) is { } typed ? UserDesk.AuditOf(services.GetRequiredService<SiteKey>(), typed) : null;
            var rows = (await audit.AllAsync(int.MaxValue, cancel)).Where(row => about is null || row.About == about);
            await parsed.InvocationConfiguration.Output.WriteAsync(Encoding.UTF8.GetString(AuditCsv.Of(rows)).TrimStart('\uFEFF'));
            return ExitCode.Done;
        }, cancel));
        return command;
    }
}
