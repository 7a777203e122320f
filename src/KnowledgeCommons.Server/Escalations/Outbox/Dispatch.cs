using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Hands out what one channel has to send, and notes how it ended: for the message, for the channel, and for the case's ticket there.</summary>
internal sealed class Dispatch(Database database, Outbox outbox, Masking masking, SiteClock clock)
{
    private const int MostStandIns = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // By how much the clocks of servers over one database may differ.
    private static readonly TimeSpan OtherClocks = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Takes up to <paramref name="most"/> due rows of a channel for two minutes; nobody else gets them meanwhile. A sender that dies lets go of them
    /// by then. None while the channel rests. Of a stream, only the first that waits, and none while another one is under way.
    /// Moments further ahead than any that we set (a wrong clock was put right since) count as come.
    /// The conditions stand twice because PostgreSQL checks only the outer ones again after waiting for another worker's commit.
    /// </summary>
    public async Task<IReadOnlyList<OutboxRow>> LeaseAsync(string channel, int most, CancellationToken cancel)
    {
        var rows = await database.WriteAsync(async connection =>
        {
            var now = clock.Now;
            var mayTry = Breaker.MayTry(await StateAsync(connection, channel), now, most);
            return mayTry == 0 ? [] : await connection.QueryAsync<OutboxRow>(
                """
                UPDATE outbox SET lease_until = @until, attempts = attempts + 1
                WHERE state = 'waiting' AND (lease_until IS NULL OR lease_until NOT BETWEEN @now + 1 AND @lastLease) AND id IN (
                    SELECT due.id FROM outbox due
                    WHERE due.channel = @channel AND due.state = 'waiting' AND due.next_at NOT BETWEEN @now + 1 AND @lastPause
                        AND (due.lease_until IS NULL OR due.lease_until NOT BETWEEN @now + 1 AND @lastLease)
                        AND NOT EXISTS (
                            SELECT 1 FROM outbox other WHERE other.stream = due.stream AND other.state = 'waiting' AND other.id <> due.id
                                AND (other.lease_until BETWEEN @now + 1 AND @lastLease OR other.position < due.position OR (other.position = due.position AND other.id < due.id)))
                    ORDER BY due.next_at, due.id LIMIT @mayTry)
                RETURNING *
                """, new { channel, now, until = now + Lease, lastLease = now + Lease + OtherClocks, lastPause = now + Backoff.LongestEver + OtherClocks, mayTry });
        }, cancel);
        return rows.AsList();
    }

    /// <summary>Notes how an attempt ended; only the channel's own state changes when the lease has passed to somebody else.</summary>
    public Task MarkAsync(OutboxRow leased, Delivery outcome, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        outcome = Masked(outcome);
        await KeepStateAsync(connection, Breaker.After(await StateAsync(connection, leased.Channel), outcome, clock.Now, Random.Shared.NextDouble()));
        await connection.ExecuteAsync(
            """
            UPDATE outbox SET state = @State, next_at = @NextAt, last_error = @LastError, delivered_at = @DeliveredAt, lease_until = NULL
            WHERE id = @Id AND lease_until = @lease
            """, Marked(leased, outcome));
        if (outcome is Delivery.Delivered { Ticket: { } ticket }) await TicketBook.KeepAsync(connection, CaseOf(leased), leased.Channel, ticket, clock.Now);
    }, cancel);

    /// <summary>Drops what is of no use any more, gives up on what was tried for too long, and has other channels tell what this one cannot; returns how many messages.</summary>
    public Task<int> SettleAsync(string channel, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        await connection.ExecuteAsync(
            "DELETE FROM outbox WHERE channel = @channel AND useless_at <= @now AND state <> 'delivered' AND (lease_until IS NULL OR lease_until <= @now)", new { channel, now = clock.Now });
        await connection.ExecuteAsync(
            """
            UPDATE outbox SET state = 'failed', lease_until = NULL
            WHERE channel = @channel AND state = 'waiting' AND give_up_at <= @now AND attempts > 0 AND (lease_until IS NULL OR lease_until <= @now)
            """, new { channel, now = clock.Now });
        var isDown = Breaker.IsDown(await StateAsync(connection, channel));
        var rows = (await connection.QueryAsync<OutboxRow>(
            """
            UPDATE outbox SET stood_in = 1 WHERE id IN (
                SELECT id FROM outbox WHERE channel = @channel AND stood_in = 0 AND (state = 'failed' OR (state = 'waiting' AND @isDown))
                ORDER BY id LIMIT @MostStandIns)
            RETURNING *
            """, new { channel, isDown, MostStandIns })).AsList();
        foreach (var row in rows) await outbox.StandInAsync(connection, row);
        return rows.Count;
    }, cancel);

    private async Task<ChannelRow> StateAsync(DbConnection connection, string channel) =>
        await connection.QuerySingleOrDefaultAsync<ChannelRow>("SELECT * FROM channel_state WHERE channel = @channel", new { channel })
        ?? new ChannelRow { Channel = channel, Since = clock.Now };

    private static Task KeepStateAsync(DbConnection connection, ChannelRow state) => connection.ExecuteAsync(
        """
        INSERT INTO channel_state (channel, since, failures, rest_until, last_ok_at, last_error)
        VALUES (@Channel, @Since, @Failures, @RestUntil, @LastOkAt, @LastError)
        ON CONFLICT (channel) DO UPDATE SET failures = @Failures, rest_until = @RestUntil, last_ok_at = @LastOkAt, last_error = @LastError
        """, state);

    // Mail servers name the address that they refuse.
    private Delivery Masked(Delivery outcome) => outcome switch
    {
        Delivery.TryLater later => later with { Reason = masking.Of(later.Reason) },
        Delivery.Refused refused => new Delivery.Refused(masking.Of(refused.Reason)),
        _ => outcome
    };

    private object Marked(OutboxRow leased, Delivery outcome)
    {
        var now = clock.Now;
        var after = outcome switch
        {
            Delivery.Delivered => leased with { State = OutboxRow.Done, DeliveredAt = now, LastError = null },
            Delivery.TryLater later => leased with { NextAt = now + Pause(leased, later), LastError = later.Reason },
            Delivery.Refused refused => leased with { State = OutboxRow.Failed, LastError = refused.Reason },
            _ => throw new InvalidOperationException("There is no other outcome.")
        };
        return new { after.Id, after.State, after.NextAt, after.LastError, after.DeliveredAt, lease = leased.LeaseUntil };
    }

    private static TimeSpan Pause(OutboxRow leased, Delivery.TryLater later) =>
        later.After is { } asked ? Breaker.Asked(asked) : Backoff.After(leased.Attempts, Random.Shared.NextDouble());

    private static string CaseOf(OutboxRow row) => Notice.FromJson(row.Payload).Case;
}
