namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Brings a file of tickets into the database in short transactions, so that a running server goes on beside it. A stop half-way leaves whole transactions
/// behind; the same file again goes on where it stopped, because what is known changes nothing.
/// </summary>
internal sealed class ContactImport(ContactBook book, ContactCheck check)
{
    // About 20 ms of writing; reading the next ones lets others write meanwhile.
    private const int PerWrite = 2_000;

    /// <param name="isDry">Everything is checked and nothing is written.</param>
    /// <param name="refused">Is told of each row that is left out: its line, and why.</param>
    public async Task<ImportReport> RunAsync(
        CsvTickets tickets, ColumnMap map, string source, ContactDates dates, bool isDry, Action<long, string> refused, Action<ImportReport> told, CancellationToken cancel)
    {
        var (report, waiting, ids) = (new ImportReport(), new List<Contact>(PerWrite), new HashSet<string>());
        foreach (var row in tickets.Rows(map, source))
        {
            report.Rows++;
            var (contact, why) = row.Fields is { } fields ? check.Check(fields, dates) : (null, row.Refusal);
            if (contact is not null && !ids.Add(contact.Id)) (contact, why) = (null, "The same id stands in an earlier row of this file, which counts.");
            if (contact is null) Refuse(row.Line, why ?? "");
            else waiting.Add(contact);
            if (contact is { Reason: null } && row.Fields?.Reason is { Length: > 0 }) report.UnknownReasons++;
            if (waiting.Count < PerWrite) continue;
            await WriteAsync();
        }
        await WriteAsync();
        return report;

        void Refuse(long line, string why)
        {
            report.Refused++;
            refused(line, why);
        }

        async Task WriteAsync()
        {
            report.Kept += isDry ? new KeptContacts(waiting.Count, 0, 0) : await book.KeepAsync(waiting, cancel);
            waiting.Clear();
            cancel.ThrowIfCancellationRequested();
            told(report);
        }
    }
}
