using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What is still to be told to somebody outside. A row is written with the change it tells of; <see cref="Dispatch"/> leases it to be sent.</summary>
internal sealed class Outbox(Database database, IEnumerable<IChannel> channels, IOptions<OutboxOptions> options, SealedNotices notices, SiteClock clock)
{
    private const int MostShown = 200;
    private TaskCompletionSource _news = NewSignal();

    /// <summary>To be called after the commit: rows that nobody can see yet need no worker.</summary>
    public void Wake() => Interlocked.Exchange(ref _news, NewSignal()).TrySetResult();

    /// <summary>Completes at the next <see cref="Wake"/>. Whoever takes it before looking for work misses none.</summary>
    public Task News => Volatile.Read(ref _news).Task;

    /// <summary>One row for each address that each channel has for the audience.</summary>
    public async Task AddAsync(DbConnection connection, CaseRow subject, CaseEventRow entry, Addressee audience)
    {
        foreach (var channel in channels.Where(channel => channel.InsteadOf is null))
            await AddAsync(connection, channel, subject, entry.Id, audience);
    }

    /// <summary>
    /// Tells whoever follows all of a case; <paramref name="from"/> is the channel that the change came from, and knows it.
    /// The events have to be on the timeline already.
    /// </summary>
    public async Task AddForFollowersAsync(DbConnection connection, CaseRow subject, IEnumerable<CaseEventRow> entries, string? from = null)
    {
        foreach (var entry in entries.Where(entry => entry.IsPrivate == 0))
            foreach (var channel in channels.Where(channel => channel.InsteadOf is null && channel.Name != from))
                await AddAsync(connection, channel, subject, entry.Id, Addressee.Follower);
    }

    /// <summary>The same message by the channels that stand in for another one. A message between us and the reader is not for them.</summary>
    public async Task StandInAsync(DbConnection connection, OutboxRow row)
    {
        var notice = Notice.FromJson(row.Payload);
        if (notice.IsProposal)
            foreach (var channel in channels.Where(channel => channel.InsteadOf == row.Channel))
                foreach (var address in channel.AddressesOnDuty(person: null))
                    await AddAsync(connection, channel.Name, Notice.OfProposal(notice.Event, address));
        if (notice.Audience is not Addressee.Reader && await CaseBook.FindAsync(connection, notice.Case) is { } subject)
            foreach (var channel in channels.Where(channel => channel.InsteadOf == row.Channel))
                await AddAsync(connection, channel, subject, notice.Event, Addressee.Follower);
    }

    /// <summary>
    /// One row; a second one that tells the same address of the same by the same channel does nothing. A reader's address is sealed. Nobody is told after
    /// <paramref name="until"/>, or hears that nobody was.
    /// </summary>
    public Task AddAsync(DbConnection connection, string channel, Notice notice, DateTimeOffset? until = null) => connection.ExecuteAsync(
        """
        INSERT INTO outbox (id, idempotency_key, channel, payload, state, attempts, next_at, give_up_at, created_at, stream, position, useless_at)
        VALUES (@id, @key, @channel, @payload, 'waiting', 0, @now, @giveUp, @now, @stream,
            COALESCE((SELECT position FROM case_event WHERE id = @Event), 0), @until)
        ON CONFLICT (idempotency_key) DO NOTHING
        """,
        new
        {
            id = Guid.CreateVersion7(clock.Now).ToString(),
            key = notices.KeyOf(channel, notice),
            channel,
            payload = notices.Seal(notice).ToJson(),
            stream = notice.Audience is Addressee.Follower ? $"{channel}/{notice.Case}" : null,
            notice.Event,
            until,
            now = clock.Now,
            giveUp = clock.Now + options.Value.GiveUpAfter
        });

    /// <summary>What failed, and what was tried in vain so far.</summary>
    public async Task<IReadOnlyList<OutboxRow>> UndeliveredAsync(CancellationToken cancel)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<OutboxRow>(
            """
            SELECT * FROM outbox WHERE (state = 'failed' OR (state = 'waiting' AND last_error IS NOT NULL)) AND (useless_at IS NULL OR useless_at > @now)
            ORDER BY state, created_at LIMIT @MostShown
            """, new { MostShown, now = clock.Now }), cancel);
        return rows.AsList();
    }

    /// <summary>Tries a message again from the start, and its channel at once. False when there is none that waits or failed.</summary>
    public async Task<bool> ReplayAsync(string id, CancellationToken cancel)
    {
        var found = await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync(
                "UPDATE channel_state SET rest_until = NULL WHERE channel = (SELECT channel FROM outbox WHERE id = @id AND state <> 'delivered')", new { id });
            return await connection.ExecuteAsync(
                """
                UPDATE outbox SET state = 'waiting', attempts = 0, next_at = @now, lease_until = NULL, give_up_at = @giveUp
                WHERE id = @id AND state <> 'delivered' AND (lease_until IS NULL OR lease_until <= @now)
                """, new { id, now = clock.Now, giveUp = clock.Now + options.Value.GiveUpAfter });
        }, cancel);
        Wake();
        return found > 0;
    }

    /// <summary>Says of what waits for a channel that is not set up any more that it does, and gives it up in time.</summary>
    public Task GiveUpOrphansAsync(CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        """
        UPDATE outbox SET last_error = @why, state = CASE WHEN give_up_at <= @now THEN 'failed' ELSE 'waiting' END
        WHERE state = 'waiting' AND channel NOT IN @known
        """, new { why = "This channel is not set up any more.", now = clock.Now, known = channels.Select(channel => channel.Name) }), cancel);

    private async Task AddAsync(DbConnection connection, IChannel channel, CaseRow subject, string entry, Addressee audience)
    {
        foreach (var address in channel.AddressesOf(subject, audience).Distinct())
            await AddAsync(connection, channel.Name, new Notice(subject.Id, entry, audience, address));
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
