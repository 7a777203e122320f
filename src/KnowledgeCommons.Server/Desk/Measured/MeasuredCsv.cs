using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// What is measured as a table for a spreadsheet: comma-separated, UTF-8 with a byte order mark, because Excel takes a file without one for an old code page.
/// A cell that a spreadsheet would calculate is preceded by an apostrophe. What is hidden on the page is empty here.
/// </summary>
internal sealed class MeasuredCsv(PublishedLibrary published, Texts texts)
{
    private static readonly string[] Columns =
    [
        "month", "topic", "fixed by an article", "attempts", "contacts", "contacts per 100", "from", "to", "repeat contacts", "repeat contacts per 100", "from", "to",
        "broken promises", "hours given back", "rewrites proven", "solved with a person", "minutes lost (median)", "felt heard", "of"
    ];

    public byte[] Of(IEnumerable<MeasuredGroup> groups)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" }))
        {
            Write(csv, Columns);
            foreach (var group in groups) Write(csv, Cells(group));
        }
        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }

    private IEnumerable<string?> Cells(MeasuredGroup group) =>
    [
        MonthWords.Address(group.Month), DeskMeasured.TopicName(group.Topic, published, texts), Count(group, Measure.Fixes, figure => figure.People),
        group.Share is { IsShown: true } share ? Number(share.Attempts) : null, group.Share is { IsShown: true } some ? Number(some.Contacts) : null,
        .. Rate(group.Share?.ContactsRate), group.Share is { RepeatsRate: not null } back ? Number(back.Repeats) : null, .. Rate(group.Share?.RepeatsRate),
        Count(group, Measure.Broken, figure => figure.Rows.Count), Number(group.HoursGivenBack), Number(group.Proven.Count), Count(group, Measure.Solved, figure => figure.Rows.Count),
        group[Measure.Minutes] is { IsShown: true } minutes ? Number(minutes.Median) : null,
        Count(group, Measure.Heard, figure => figure.FeltHeard), Count(group, Measure.Heard, figure => figure.Rows.Count)
    ];

    private static string?[] Rate(RatePerHundred? rate) => [Number(rate?.Rate), Number(rate?.Low), Number(rate?.High)];

    private static string? Count(MeasuredGroup group, string measure, Func<MeasuredFigure, int> count) => group[measure] is { IsShown: true } figure ? Number(count(figure)) : null;

    private static string? Number(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);
}
