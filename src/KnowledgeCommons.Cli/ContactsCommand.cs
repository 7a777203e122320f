using System.CommandLine;
using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Cli;

/// <summary>kc contacts: tickets from other systems.</summary>
internal static class ContactsCommand
{
    public static Command Make() => new("contacts", "Tickets from other systems, so that what people ask elsewhere counts for articles.") { Import() };

    private static Command Import()
    {
        var file = new Argument<string>("FILE.csv") { Description = "The export, as the ticket system wrote it." };
        var preset = new Option<string>("--preset") { Description = "The system whose column names are known." };
        preset.AcceptOnlyFromAmong([.. ContactPreset.All.Select(each => each.Name)]);
        var map = new Option<string[]>("--map") { Description = "COLUMN=field, repeatable. Fields: " + string.Join(", ", ContactFields.Names) + "." };
        var source = new Option<string?>("--source") { Description = "The name of the system, by which a ticket is known again (the preset's, else csv)." };
        var zone = new Option<string?>("--zone") { Description = "The time zone of dates that name none, as Europe/Paris (the setting Contacts:TimeZone, else the site's)." };
        var dates = new Option<string?>("--dates") { Description = "How dates with slashes are written: dmy or mdy." };
        dates.AcceptOnlyFromAmong("dmy", "mdy");
        var encoding = new Option<string?>("--encoding") { Description = "What the file is written in, if neither UTF-8 nor UTF-16: windows-1252, iso-8859-1 …" };
        var data = ServerFolder.Option();
        var refused = new Option<string?>("--refused") { Description = "A file for all rows that were left out, each with its line and why." };
        var isDry = new Option<bool>("--dry-run") { Description = "Checks everything and changes nothing." };
        var command = new Command("import", "Brings tickets from a CSV file into the database, also beside a running server. The same file again changes nothing.")
        {
            file, preset, map, source, zone, dates, encoding, data, refused, isDry
        };
        command.SetAction((parsed, cancel) => new ContactsImporter(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error).RunAsync(new ImportOrder
        {
            File = parsed.GetValue(file) ?? "",
            Preset = parsed.GetValue(preset) is { } name ? ContactPreset.Find(name) ?? ContactPreset.Plain : ContactPreset.Plain,
            Map = parsed.GetValue(map) ?? [],
            Source = parsed.GetValue(source),
            Zone = parsed.GetValue(zone),
            Dates = parsed.GetValue(dates) switch { "dmy" => DateOrder.DayFirst, "mdy" => DateOrder.MonthFirst, _ => DateOrder.Unknown },
            Encoding = parsed.GetValue(encoding),
            Data = parsed.GetValue(data) ?? ServerFolder.Usual,
            Refused = parsed.GetValue(refused),
            IsDry = parsed.GetValue(isDry)
        }, cancel));
        return command;
    }
}
