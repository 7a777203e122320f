using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>Cases opened here, as contacts. A person is known by the address they gave in any case, else by their pseudonym.</summary>
internal static class CaseContacts
{
    private const int Most = 500;

    private const string AsRows =
        """
        SELECT c.id, c.number, c.reader, c.person, c.article, c.revision, c.article_failed, c.problem, c.opened_at, c.close_reason,
            COALESCE(c.contact_hash, (SELECT h.contact_hash FROM help_case h WHERE h.reader = c.reader AND h.contact_hash IS NOT NULL ORDER BY h.opened_at LIMIT 1)) AS hash
        FROM help_case c
        """;

    /// <summary>Cases that were opened, or in which anything happened, since the two marks, oldest first; at most 500 of each kind.</summary>
    public static async Task<(IReadOnlyList<IncomingContact> Cases, long Number, string Event)> ChangedSinceAsync(
        DbConnection connection, long number, string @event, StaffPeople staff)
    {
        var opened = (await connection.QueryAsync<Row>($"{AsRows} WHERE c.number > @number ORDER BY c.number LIMIT {Most}", new { number })).ToList();
        var happened = (await connection.QueryAsync<(string Id, string CaseId)>(
            $"SELECT id, case_id FROM case_event WHERE id > @event ORDER BY id LIMIT {Most}", new { @event })).ToList();
        var ids = happened.Select(each => each.CaseId).Except(opened.Select(row => row.Id)).ToList();
        var changed = ids.Count == 0 ? [] : await connection.QueryAsync<Row>($"{AsRows} WHERE c.id IN @ids AND c.number <= @number", new { ids, number });
        var cases = new List<IncomingContact>();
        foreach (var row in opened.Concat(changed)) cases.Add(await IncomingAsync(connection, row, staff));
        return (cases, opened.Select(row => row.Number).DefaultIfEmpty(number).Max(), happened.Count > 0 ? happened[^1].Id : @event);
    }

    private static async Task<IncomingContact> IncomingAsync(DbConnection connection, Row row, StaffPeople staff)
    {
        var readers = row.Hash is null ? [] : await ContactReaders.OfAsync(connection, row.Hash);
        var said = new[] { (row.Article, row.Revision), (row.ArticleFailed, null) };
        return new IncomingContact(ContactSource.Here, row.Id, row.Hash ?? "reader:" + (row.Person ?? row.Reader), row.OpenedAt,
            [.. readers.Append(row.Reader).Append(row.Person).OfType<string>().Distinct()])
        {
            Said = [.. from each in said where each.Item1 is not null select (each.Item1, each.Item2)],
            Words = row.Problem,
            Reason = row.CloseReason,
            IsStaff = staff.Covers(row.Hash)
        };
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public long Number { get; init; }
        public string Reader { get; init; } = "";
        public string? Person { get; init; }
        public string? Article { get; init; }
        public string? Revision { get; init; }
        public string? ArticleFailed { get; init; }
        public string Problem { get; init; } = "";
        public DateTimeOffset OpenedAt { get; init; }
        public string? CloseReason { get; init; }
        public string? Hash { get; init; }
    }
}
