using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What the channels call our cases: the statements that read and write it, on a connection that is given.</summary>
internal static class TicketBook
{
    public static Task<ForeignTicket?> FindAsync(DbConnection connection, string caseId, string channel) =>
        connection.QuerySingleOrDefaultAsync<ForeignTicket>(
            "SELECT ticket AS id, url FROM case_ticket WHERE case_id = @caseId AND channel = @channel", new { caseId, channel });

    public static async Task<IReadOnlyList<TicketRow>> OfCaseAsync(DbConnection connection, string caseId) =>
        (await connection.QueryAsync<TicketRow>("SELECT * FROM case_ticket WHERE case_id = @caseId ORDER BY channel", new { caseId })).AsList();

    /// <summary>Null when we know of no such ticket.</summary>
    public static Task<TicketRow?> FindByTicketAsync(DbConnection connection, string channel, string ticket) =>
        connection.QueryFirstOrDefaultAsync<TicketRow>(
            "SELECT * FROM case_ticket WHERE channel = @channel AND ticket = @ticket ORDER BY opened_at DESC", new { channel, ticket });

    /// <summary>A case has one ticket in a channel; a follow-up takes the place of the one before.</summary>
    public static Task KeepAsync(DbConnection connection, string caseId, string channel, ForeignTicket ticket, DateTimeOffset now) => connection.ExecuteAsync(
        """
        INSERT INTO case_ticket (case_id, channel, ticket, url, opened_at) VALUES (@caseId, @channel, @Id, @Url, @now)
        ON CONFLICT (case_id, channel) DO UPDATE SET ticket = @Id, url = @Url
        """, new { caseId, channel, ticket.Id, ticket.Url, now });

    public static Task NoteStateAsync(DbConnection connection, TicketRow row, DateTimeOffset at) => connection.ExecuteAsync(
        "UPDATE case_ticket SET state_at = @at WHERE case_id = @CaseId AND channel = @Channel", new { at, row.CaseId, row.Channel });

    /// <summary>False when the channel has told us of this event before.</summary>
    public static async Task<bool> IsNewAsync(DbConnection connection, string channel, string entry, DateTimeOffset now) => await connection.ExecuteAsync(
        "INSERT INTO ticket_event (channel, event, received_at) VALUES (@channel, @entry, @now) ON CONFLICT (channel, event) DO NOTHING",
        new { channel, entry, now }) > 0;
}
