using System.CommandLine;
using System.Text;
using KnowledgeCommons.Cli;
using KnowledgeCommons.Tests.Feedback;
using KnowledgeCommons.Tests.Sources;

namespace KnowledgeCommons.Tests.Cli;

public sealed class ContactsImportTests : IAsyncLifetime
{
    private const string Zendesk = "Id,Requester,Requester email,Subject,Group,Created at,Solved at\n";
    private readonly TempFolder _folder = new();
    private readonly TestSite _site = new();

    public Task InitializeAsync() => _site.StartAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_export_is_imported_beside_a_running_server_and_again_changes_nothing()
    {
        const string csv = Zendesk + "1,Ada,ada@example.com,No VPN,Network,2026-11-20 09:00,2026-11-20 10:00\n2,Bob,bob@example.com,\"Nothing prints, \"\"again\"\"\nsince noon\",Devices,2026-11-20 09:00,\n";
        var (exit, output, _) = await ImportAsync(csv, "--preset", "zendesk", "--zone", "UTC");
        Assert.Equal(0, exit);
        Assert.EndsWith("2 rows: 2 new, 0 changed, 0 known already, 0 left out.\n", output, StringComparison.Ordinal);
        Assert.Equal(["No VPN", "Nothing prints, \"again\"\nsince noon"], await _site.QueryAsync<string>("SELECT subject FROM contact ORDER BY id"));
        Assert.EndsWith("2 rows: 0 new, 0 changed, 2 known already, 0 left out.\n", (await ImportAsync(csv, "--preset", "zendesk", "--zone", "UTC")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_id_of_two_systems_in_one_file_is_two_tickets()
    {
        var (exit, output, _) = await ImportAsync("source,id,person,at\njira,1,ada@example.com,2026-11-20 09:00\nglpi,1,ada@example.com,2026-11-20 09:00\njira,1,ada@example.com,2026-11-20 09:00\n", "--map", "source=source");
        Assert.Equal(1, exit);
        Assert.Contains("3 rows: 2 new, 0 changed, 0 known already, 1 left out.", output, StringComparison.Ordinal);
        Assert.Equal(["glpi", "jira"], await _site.QueryAsync<string>("SELECT source FROM contact ORDER BY source"));
    }

    [Fact]
    public async Task A_file_of_several_writes_is_imported_whole_and_beside_a_server_that_writes()
    {
        var csv = string.Concat(Enumerable.Range(0, 25_000).Select(row => $"{row},person{row % 700}@example.com,2026-11-20 09:00\n").Prepend("id,person,at\n"));
        var importing = ImportAsync(csv);
        while (!importing.IsCompleted)
        {
            await _site.ExecuteAsync("UPDATE health_mark SET value = value");
            await Task.Delay(20);
        }
        Assert.EndsWith("25,000 rows: 25,000 new, 0 changed, 0 known already, 0 left out.\n", (await importing).Output, StringComparison.Ordinal);
        Assert.Equal(25_000, await _site.CountAsync("contact"));
    }

    [Fact]
    public async Task A_dry_run_checks_everything_and_changes_nothing()
    {
        var (exit, output, _) = await ImportAsync(Zendesk + "1,Ada,ada@example.com,No VPN,,2026-11-20 09:00,\n2,Bob,,x,,2026-11-20 09:00,\n", "--preset", "zendesk", "--dry-run");
        Assert.Equal(1, exit);
        Assert.EndsWith("2 rows: 1 can be imported, 1 cannot. Nothing was changed.\n", output, StringComparison.Ordinal);
        Assert.Equal(0, await _site.CountAsync("contact"));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_listed_by_line_and_reason_and_the_rest_is_imported()
    {
        var csv = Zendesk
            + "1,Ada,ada@example.com,Good,,2026-11-20 09:00,\n"
            + ",Ada,ada@example.com,No id,,2026-11-20 09:00,\n"
            + "3,Ada,,\"Nobody\nhere\",,2026-11-20 09:00,\n"
            + "4,Ada,ada@example.com,Future,,2030-01-01 09:00,\n"
            + "5,Ada,ada@example.com,Impossible,,2026-02-30 09:00,\n"
            + "6,too,short\n"
            + "1,Ada,ada@example.com,Again,,2026-11-20 09:00,\n"
            + "8,Ada,ada@example.com,a \"quote\" inside,,2026-11-20 09:00,\n"
            + "9,Ada,ada@example.com,=HYPERLINK(1),,2026-11-20 09:00,\n";
        var (exit, output, _) = await ImportAsync(csv, "--preset", "zendesk", "--refused", _folder.Of("refused.txt"));
        Assert.Equal(1, exit);
        var refused = await File.ReadAllLinesAsync(_folder.Of("refused.txt"));
        Assert.Equal(
            [
                "line 3: There is no id, or it is longer than 200 characters or more than one line.",
                "line 4: There is no person, so nobody could tell whether the same person came back; or their address is longer than 254 characters.",
                "line 6: The date 2030-01-01 09:00 (UTC) lies in the future.",
                "line 7: The date \"2026-02-30 09:00\" cannot be read.",
                "line 8: The row has 3 columns, the header 7.",
                "line 9: The same id stands in an earlier row of this file, which counts.",
                "line 10: A quote stands where none may be: in a field that does not begin with one, or before its end."
            ], refused.Select(line => line.Replace("2030-01-01 08:00", "2030-01-01 09:00", StringComparison.Ordinal)));
        Assert.Equal(["=HYPERLINK(1)", "Good"], await _site.QueryAsync<string>("SELECT subject FROM contact ORDER BY subject"));
        Assert.Contains("9 rows: 2 new", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zendesk", "Id,Requester email,Subject,Created at\n1,ada@example.com,Halt,2026-11-20 09:00")]
    [InlineData("jira", "Summary,Issue key,Issue id,Reporter,Created,Comment,Comment\nHalt,HELP-1,1,ada,20/Nov/26 9:00 AM,a,b")]
    [InlineData("servicenow", "\"number\",\"caller_id\",\"short_description\",\"opened_at\"\n\"INC1\",\"Ada Byron\",\"Halt\",\"2026-11-20 09:00:00\"")]
    [InlineData("freshservice", "Ticket ID,Subject,Requester Email,Created Time\nINC-1,Halt,ada@example.com,2026-11-20 09:00:00")]
    [InlineData("zammad", "#,Title,State,Group,Customer,Created At\n1,Halt,closed,Network,Ada Byron,2026-11-20 09:00:00")]
    [InlineData("glpi", "\"ID\";\"Title\";\"Opening date\";\"Requester - Requester\"\n\"1\";\"Halt\";\"2026-11-20 09:00\";\"Ada Byron\"")]
    public async Task The_columns_of_each_system_are_known(string preset, string csv)
    {
        var (exit, _, error) = await ImportAsync(csv, "--preset", preset, "--zone", "UTC");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal((preset, "Halt", 1795165200000), (await _site.QueryAsync<(string, string, long)>("SELECT source, subject, at FROM contact")).Single());
    }

    [Fact]
    public async Task Columns_with_other_names_are_mapped_by_hand_and_a_missing_one_is_said()
    {
        const string csv = "Ticket,Who,When,Why\n1,ada@example.com,2026-11-20T09:00:00Z,Step fails\n";
        var (exit, _, error) = await ImportAsync(csv);
        Assert.Equal((2, "No column holds the field \"id\". The file has: Ticket, Who, When, Why. Say which it is with --map \"COLUMN=id\".\n"), (exit, error));
        Assert.Equal(0, (await ImportAsync(csv, "--map", "Ticket=id", "--map", "Who=person", "--map", "When=at", "--map", "Why=reason")).Exit);
        Assert.Equal(("csv", "step-fails"), (await _site.QueryAsync<(string, string)>("SELECT source, reason FROM contact")).Single());
        Assert.Equal("There is no column \"Nummer\". The file has: Ticket, Who, When, Why.\n", (await ImportAsync(csv, "--map", "Nummer=id")).Error);
        Assert.StartsWith("--map has to be COLUMN=field", (await ImportAsync(csv, "--map", "Ticket=number")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Utf_8_and_utf_16_with_and_without_a_mark_are_known()
    {
        const string csv = "id;person;at;subject\n{0};ada@example.com;2026-11-20T09:00:00Z;Drucker für Zoë\n";
        Encoding[] encodings = [new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false)];
        foreach (var (id, encoding) in encodings.Index())
        {
            var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(csv.Replace("{0}", $"{id}", StringComparison.Ordinal))).ToArray();
            Assert.Equal(0, (await ImportAsync(bytes)).Exit);
        }
        Assert.Equal(["Drucker für Zoë"], (await _site.QueryAsync<string>("SELECT subject FROM contact")).Distinct());
    }

    [Fact]
    public async Task Another_encoding_is_refused_as_a_whole_until_it_is_named()
    {
        var bytes = Encoding.Latin1.GetBytes("id,person,at,subject\n1,ada@example.com,2026-11-20T09:00:00Z,Zoë\n");
        var (exit, _, error) = await ImportAsync(bytes);
        Assert.Equal((2, "The file is not UTF-8 (byte 63 is something else). Say what it is, for example --encoding windows-1252.\n"), (exit, error));
        Assert.Equal(0, (await ImportAsync(bytes, "--encoding", "windows-1252")).Exit);
        Assert.Equal(["Zoë"], await _site.QueryAsync<string>("SELECT subject FROM contact"));
    }

    [Fact]
    public async Task What_is_no_csv_is_said()
    {
        Assert.Equal("The file is empty.\n", (await ImportAsync("")).Error);
        Assert.Equal("The file is packed (gzip). Please unpack it first.\n", (await ImportAsync([0x1F, 0x8B, 8, 0])).Error);
        Assert.Equal("The file is packed or a spreadsheet (zip, xlsx). Please save it as CSV first.\n", (await ImportAsync("PK\u0003\u0004"u8.ToArray())).Error);
        Assert.StartsWith("No column holds the field \"id\".", (await ImportAsync([0, 1, 2, 3, 255, 254])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_of_50_megabytes_is_refused_and_the_rows_behind_it_are_imported()
    {
        var csv = "id,person,at,subject\n1,ada@example.com,2026-11-20T09:00:00Z," + new string('x', 50_000_000) + "\n2,ada@example.com,2026-11-20T09:00:00Z,Small\n";
        var (exit, output, _) = await ImportAsync(csv);
        Assert.Equal(1, exit);
        Assert.Contains("line 2: The field subject is longer than 1,000,000 characters.", output, StringComparison.Ordinal);
        Assert.Equal(["Small"], await _site.QueryAsync<string>("SELECT subject FROM contact"));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_told_with_its_line()
    {
        var csv = "id,person,at,subject\n1,ada@example.com,2026-11-20T09:00:00Z,Good\n2,ada@example.com,2026-11-20T09:00:00Z,\"never closed\n" + new string('\n', 80_000_000);
        var (exit, output, _) = await ImportAsync(csv);
        Assert.Equal(1, exit);
        Assert.Contains("line 3: A field is longer than 64 million characters: probably a quote was opened here and never closed. The rest of the file was not read.", output, StringComparison.Ordinal);
        Assert.Equal(["Good"], await _site.QueryAsync<string>("SELECT subject FROM contact"));
    }

    private Task<(int Exit, string Output, string Error)> ImportAsync(string csv, params string[] options) => ImportAsync(Encoding.UTF8.GetBytes(csv), options);

    private async Task<(int Exit, string Output, string Error)> ImportAsync(byte[] csv, params string[] options)
    {
        _folder.Write("tickets.csv", csv);
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await new RootCommand { ContactsCommand.Make() }
            .Parse(["contacts", "import", _folder.Of("tickets.csv"), "--data", _site.Data, .. options])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
