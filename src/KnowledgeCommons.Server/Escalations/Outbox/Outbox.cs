using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What is still to be told to somebody outside. A row is written with the change it tells of, and leased to be sent.</summary>
internal sealed class Outbox(Database database, IEnumerable<IChannel> channels, IOptions<OutboxOptions> options, SiteClock clock)
{
    private const int MostShown = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>To be called after the commit: rows that nobody can see yet need no worker.</summary>
    public void Wake() => _news.Writer.TryWrite(true);

    /// <summary>Returns when <see cref="Wake"/> was called since the last time; throws when cancelled.</summary>
    public async Task WaitForNewsAsync(CancellationToken cancel) => await _news.Reader.ReadAsync(cancel);

    /// <summary>One row for each address that each channel has for the audience.</summary>
    public async Task AddAsync(DbConnection connection, CaseRow subject, CaseEventRow entry, Audience audience)
    {
        foreach (var channel in channels)
            foreach (var address in channel.AddressesOf(subject, audience).Distinct())
                await AddAsync(connection, channel.Name, new Notice(subject.Id, entry.Id, audience, address));
    }

    /// <summary>
    /// Takes up to <paramref name="most"/> due rows for two minutes; nobody else gets them meanwhile. A sender that dies lets go of them by then.
    /// The conditions stand twice because PostgreSQL checks only the outer ones again after waiting for another worker's commit.
    /// </summary>
    public async Task<IReadOnlyList<OutboxRow>> LeaseAsync(int most, CancellationToken cancel)
    {
        var rows = await database.WriteAsync(connection => connection.QueryAsync<OutboxRow>(
            """
            UPDATE outbox SET lease_until = @until, attempts = attempts + 1
            WHERE state = 'waiting' AND (lease_until IS NULL OR lease_until <= @now) AND id IN (
                SELECT id FROM outbox
                WHERE state = 'waiting' AND next_at <= @now AND (lease_until IS NULL OR lease_until <= @now)
                ORDER BY next_at, id LIMIT @most)
            RETURNING *
            """, new { now = clock.Now, until = clock.Now + Lease, most }), cancel);
        return rows.AsList();
    }

    /// <summary>Notes how an attempt ended; does nothing when the lease has passed to somebody else.</summary>
    public Task MarkAsync(OutboxRow leased, Delivery outcome, CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        """
        UPDATE outbox SET state = @State, next_at = @NextAt, last_error = @LastError, delivered_at = @DeliveredAt, lease_until = NULL
        WHERE id = @Id AND lease_until = @lease
        """, Marked(leased, outcome)), cancel);

    /// <summary>Gives up on what was tried for too long; the desk shows it.</summary>
    public Task GiveUpAsync(CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        """
        UPDATE outbox SET state = 'failed', lease_until = NULL
        WHERE state = 'waiting' AND give_up_at <= @now AND attempts > 0 AND (lease_until IS NULL OR lease_until <= @now)
        """, new { now = clock.Now }), cancel);

    /// <summary>What failed, and what was tried in vain so far.</summary>
    public async Task<IReadOnlyList<OutboxRow>> UndeliveredAsync(CancellationToken cancel)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<OutboxRow>(
            """
            SELECT * FROM outbox WHERE state = 'failed' OR (state = 'waiting' AND last_error IS NOT NULL)
            ORDER BY state, created_at LIMIT @MostShown
            """, new { MostShown }), cancel);
        return rows.AsList();
    }

    /// <summary>Tries a message again from the start. False when there is none that waits or failed.</summary>
    public async Task<bool> ReplayAsync(string id, CancellationToken cancel)
    {
        var found = await database.WriteAsync(connection => connection.ExecuteAsync(
            """
            UPDATE outbox SET state = 'waiting', attempts = 0, next_at = @now, lease_until = NULL, give_up_at = @giveUp
            WHERE id = @id AND state <> 'delivered' AND (lease_until IS NULL OR lease_until <= @now)
            """, new { id, now = clock.Now, giveUp = clock.Now + options.Value.GiveUpAfter }), cancel);
        Wake();
        return found > 0;
    }

    /// <summary>One row; a second one that tells the same address of the same by the same channel does nothing.</summary>
    public Task AddAsync(DbConnection connection, string channel, Notice notice) => connection.ExecuteAsync(
        """
        INSERT INTO outbox (id, idempotency_key, channel, payload, state, attempts, next_at, give_up_at, created_at)
        VALUES (@id, @key, @channel, @payload, 'waiting', 0, @now, @giveUp, @now)
        ON CONFLICT (idempotency_key) DO NOTHING
        """,
        new
        {
            id = Guid.CreateVersion7(clock.Now).ToString(),
            key = string.Join('/', channel, notice.Event, notice.Audience, notice.Address),
            channel,
            payload = notice.ToJson(),
            now = clock.Now,
            giveUp = clock.Now + options.Value.GiveUpAfter
        });

    private static TimeSpan Pause(OutboxRow leased) => Backoff.After(leased.Attempts, Random.Shared.NextDouble());

    private object Marked(OutboxRow leased, Delivery outcome)
    {
        var now = clock.Now;
        var after = outcome switch
        {
            Delivery.Delivered => leased with { State = OutboxRow.Done, DeliveredAt = now, LastError = null },
            Delivery.TryLater later => leased with { NextAt = now + Pause(leased), LastError = later.Reason },
            Delivery.Refused refused => leased with { State = OutboxRow.Failed, LastError = refused.Reason },
            _ => throw new InvalidOperationException("There is no other outcome.")
        };
        return new { after.Id, after.State, after.NextAt, after.LastError, after.DeliveredAt, lease = leased.LeaseUntil };
    }
}
