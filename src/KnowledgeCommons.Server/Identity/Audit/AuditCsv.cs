using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace KnowledgeCommons.Server.Identity;

/// <summary>The audit as a table for a spreadsheet, in which nothing is calculated.</summary>
internal static class AuditCsv
{
    public static byte[] Of(IEnumerable<AuditRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" }))
        {
            Write(csv, ["at", "kind", "who", "about", "words"]);
            foreach (var row in rows) Write(csv, [row.At.ToString("o", CultureInfo.InvariantCulture), row.Kind, row.Who, row.About, row.Words]);
        }
        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }
}
