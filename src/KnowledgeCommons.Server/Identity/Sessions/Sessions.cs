using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Who is signed in. The browser holds a random value and the database its hash and an encrypted ticket, so a session can be ended from here at any time. What was
/// looked up counts for five seconds.
/// </summary>
internal sealed class Sessions(Database database, IDataProtectionProvider protection, SiteKey key, IOptions<IdentityOptions> options, TimeProvider time)
{
    private const int MostRemembered = 20_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private readonly IDataProtector _tickets = protection.CreateProtector("session");
    private readonly ConcurrentDictionary<string, Lookup> _lookups = new();

    /// <summary>Begins a session in this browser; the one that it had is over.</summary>
    public async Task BeginAsync(HttpContext context, Session session, CancellationToken cancel)
    {
        var before = SessionCookie.Of(context);
        var id = ReceiptToken.HashOf(SessionCookie.Hand(context));
        var now = time.GetUtcNow();
        await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM session WHERE expires_at <= @now OR id = @old", new { now, old = before is null ? "" : ReceiptToken.HashOf(before) });
            await connection.ExecuteAsync(
                """
                INSERT INTO session (id, account, provider_session, ticket, created_at, expires_at)
                VALUES (@id, @account, @provider, @ticket, @now, @until)
                """,
                new
                {
                    id,
                    account = KeyOf(session.Account),
                    provider = session.ProviderSession is { } theirs ? KeyOf(theirs) : null,
                    ticket = _tickets.Protect(JsonSerializer.Serialize(session)),
                    now,
                    until = now + options.Value.Session
                });
        }, cancel);
        if (before is not null) _lookups.TryRemove(ReceiptToken.HashOf(before), out _);
    }

    public async Task<Session?> FindAsync(HttpContext context, CancellationToken cancel)
    {
        if (SessionCookie.Of(context) is not { } sent) return null;
        var id = ReceiptToken.HashOf(sent);
        var now = time.GetUtcNow();
        if (_lookups.TryGetValue(id, out var known) && now - known.At < Remembered && now >= known.At) return known.Session;
        if (await ReadAsync(id, now, cancel) is not { } session)
        {
            _lookups.TryRemove(id, out _);
            return null;
        }
        if (_lookups.Count >= MostRemembered) _lookups.Clear();
        _lookups[id] = new Lookup(session, now);
        return session;
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task EndAsync(HttpContext context, CancellationToken cancel)
    {
        if (SessionCookie.Of(context) is not { } sent) return;
        var id = ReceiptToken.HashOf(sent);
        await database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM session WHERE id = @id", new { id }), cancel);
        _lookups.TryRemove(id, out _);
        SessionCookie.Remove(context);
    }

    /// <summary>Ends every session of an account, on all servers, inside a change that is under way.</summary>
    public async Task EndAllAsync(DbConnection connection, string account)
    {
        await connection.ExecuteAsync("DELETE FROM session WHERE account = @account", new { account = KeyOf(account) });
        _lookups.Clear();
    }

    /// <summary>The provider says that its session is over.</summary>
    public async Task EndOfProviderAsync(string providerSession, CancellationToken cancel)
    {
        await database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM session WHERE provider_session = @provider", new { provider = KeyOf(providerSession) }), cancel);
        _lookups.Clear();
    }

    private async Task<Session?> ReadAsync(string id, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT ticket, created_at, expires_at FROM session WHERE id = @id AND expires_at > @now", new { id, now }), cancel);
        if (row is null || row.CreatedAt + options.Value.SessionLongest <= now || Open(row.Ticket) is not { } session) return null;
        // Each page moves the end on, but is written down once in a while only.
        if (row.ExpiresAt - now < options.Value.Session * 0.9) await ProlongAsync(id, now, cancel);
        return session;
    }

    // A page is not lost because the disk is full: the session then ends a little earlier.
    private async Task ProlongAsync(string id, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await database.WriteAsync(connection => connection.ExecuteAsync("UPDATE session SET expires_at = @until WHERE id = @id", new { id, until = now + options.Value.Session }), cancel);
        }
        catch (NotSavedException)
        {
        }
    }

    private Session? Open(string ticket)
    {
        try
        {
            return JsonSerializer.Deserialize<Session>(_tickets.Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            // The keys are not those it was made with: whoever it was signs in again.
            return null;
        }
    }

    /// <summary>What an account's sessions are stored under.</summary>
    public string KeyOf(string account) => key.Secret("session of " + account);

    private sealed record Lookup(Session Session, DateTimeOffset At);

    private sealed record Row
    {
        public string Ticket { get; init; } = "";
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset ExpiresAt { get; init; }
    }
}
