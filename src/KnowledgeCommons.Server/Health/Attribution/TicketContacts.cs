using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Health;

/// <summary>Tickets from elsewhere that wait for attribution.</summary>
internal static class TicketContacts
{
    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<IncomingContact>> WaitingAsync(DbConnection connection, int most)
    {
        var rows = await connection.QueryAsync<Row>("SELECT * FROM contact WHERE attributed_at IS NULL ORDER BY at LIMIT @most", new { most });
        var contacts = new List<IncomingContact>();
        foreach (var row in rows) contacts.Add(await IncomingAsync(connection, row));
        return contacts;
    }

    /// <summary>Unless it has changed since it was read.</summary>
    public static Task DoneAsync(DbConnection connection, IncomingContact contact, DateTimeOffset now) => connection.ExecuteAsync(
        "UPDATE contact SET attributed_at = @now WHERE source = @Source AND id = @Id AND version = @Version", new { contact.Source, contact.Id, contact.Version, now });

    private static async Task<IncomingContact> IncomingAsync(DbConnection connection, Row row) =>
        new(row.Source, row.Id, row.Person, row.At, await ContactReaders.OfAsync(connection, row.Person))
        {
            Said = row.Article is null ? [] : [(row.Article, null)],
            Words = $"{row.Subject}\n{row.Text}".Trim(),
            Reason = row.Reason,
            IsStaff = row.IsStaff != 0,
            Version = row.Version
        };

    private sealed record Row
    {
        public string Source { get; init; } = "";
        public string Id { get; init; } = "";
        public string Person { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string? Subject { get; init; }
        public string? Text { get; init; }
        public string? Article { get; init; }
        public string? Reason { get; init; }
        public long IsStaff { get; init; }
        public long Version { get; init; }
    }
}
