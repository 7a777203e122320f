using System.CommandLine;
using KnowledgeCommons.Server.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Cli;

/// <summary>kc privacy: what is held of people, and forgetting one of them.</summary>
internal static class PrivacyCommand
{
    public static Command Make()
    {
        var data = ServerFolder.Option();
        data.Recursive = true;
        return new Command("privacy", "What is held of people, and forgetting one of them. Works beside a running server; run it where the server's settings are.") { data, Report(data), Forget(data) };
    }

    private static Command Report(Option<string> data)
    {
        var command = new Command("report", "Lists what is held, table by table: how many rows, what of persons, since when, and when the next of it ends.");
        command.SetAction((parsed, cancel) => SiteBeside.RunAsync(parsed.GetValue(data) ?? ServerFolder.Usual, parsed.InvocationConfiguration.Error,
            services => new PrivacyPrinter(parsed.InvocationConfiguration.Output).ReportAsync(services.GetRequiredService<KeptReport>(), cancel), cancel));
        return command;
    }

    private static Command Forget(Option<string> data)
    {
        var person = new Argument<string>("PERSON") { Description = "The mail address, phone number, staff id or login by which somebody is known here." };
        var isDry = new Option<bool>("--dry-run") { Description = "Says how much would go, and changes nothing." };
        var command = new Command("forget", "Deletes what is kept of one person, leaves counts, and looks through the database's files whether a trace is left.") { person, isDry };
        command.SetAction((parsed, cancel) => SiteBeside.RunAsync(parsed.GetValue(data) ?? ServerFolder.Usual, parsed.InvocationConfiguration.Error, services =>
        {
            var (printer, forgetting, who) = (new PrivacyPrinter(parsed.InvocationConfiguration.Output), services.GetRequiredService<Forgetting>(), parsed.GetValue(person) ?? "");
            return parsed.GetValue(isDry) ? printer.PreviewAsync(forgetting, who, cancel) : printer.ForgetAsync(forgetting, who, cancel);
        }, cancel));
        return command;
    }
}
