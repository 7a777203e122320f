namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Brings a file of tickets into the database in short transactions, so that a running server goes on beside it. A stop half-way leaves whole transactions
/// behind; the same file again goes on where it stopped, because what is known changes nothing.
/// </summary>
internal sealed class ContactImport(ContactBook book, ContactCheck check)
{
    // Some 200 ms of writing: few enough for a server beside to wait, enough that syncing to disk does not count. The next ones are read meanwhile.
    private const int PerWrite = 10_000;

    // Between two writes others have their turn; whoever waits for the database asks again every 150 ms, for five seconds.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(30);

    /// <param name="isDry">Everything is checked and nothing is written.</param>
    /// <param name="refused">Is told of each row that is left out: its line, and why.</param>
    public async Task<ImportReport> RunAsync(
        CsvTickets tickets, ColumnMap map, string source, ContactDates dates, bool isDry, Action<long, string> refused, Action<ImportReport> told, CancellationToken cancel)
    {
        var (report, waiting, ids, writing) = (new ImportReport(), new List<Contact>(PerWrite), new HashSet<long>(), Task.FromResult(new KeptContacts(0, 0, 0)));
        foreach (var row in tickets.Rows(map, source))
        {
            report.Rows++;
            var (contact, why) = row.Fields is { } fields ? check.Check(fields, dates) : (null, row.Refusal);
            if (contact is not null && !ids.Add(contact.Key())) (contact, why) = (null, "The same id stands in an earlier row of this file, which counts.");
            if (contact is null) Refuse(row.Line, why ?? "");
            else waiting.Add(contact);
            if (contact is { Reason: null } && row.Fields?.Reason is { Length: > 0 }) report.UnknownReasons++;
            if (waiting.Count < PerWrite) continue;
            await WriteAsync();
        }
        await WriteAsync();
        report.Kept += await writing;
        told(report);
        return report;

        void Refuse(long line, string why)
        {
            report.Refused++;
            refused(line, why);
        }

        async Task WriteAsync()
        {
            report.Kept += await writing;
            cancel.ThrowIfCancellationRequested();
            writing = isDry ? Task.FromResult(new KeptContacts(waiting.Count, 0, 0)) : KeepAsync(waiting, cancel);
            waiting = new List<Contact>(PerWrite);
            told(report);
        }
    }

    private async Task<KeptContacts> KeepAsync(List<Contact> contacts, CancellationToken cancel)
    {
        var kept = await book.KeepAsync(contacts, cancel);
        await Task.Delay(Breath, cancel);
        return kept;
    }
}
