using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Codes that guests are sent by mail: eight digits that count once, for ten minutes, in the browser that asked for them, and for five tries. The digits are made of the row's id
/// and the site's key, so that neither database nor outbox holds them.
/// </summary>
internal sealed class GuestCodes(Database database, SiteKey key, PersonKeys persons, TimeProvider time)
{
    public const int Digits = 8;
    private const string Cookie = "kc-guest";
    private const string Path = "/sign-in";
    private const int Bytes = 16;
    private const int Letters = 22;
    private const int MostTries = 5;
    private const int MostAnHour = 3;
    private const int Modulus = 100_000_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Sends a code; false when that address was sent three within an hour.</summary>
    /// <param name="post">Given here, because who sends mails asks this class for their words.</param>
    public async Task<bool> SendAsync(HttpContext http, string address, IGuestPost post, CancellationToken cancel)
    {
        var value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var (id, person, now) = (ReceiptToken.HashOf(value), persons.HashOf(address), time.GetUtcNow());
        var isSent = await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM guest_code WHERE asked_at <= @before", new { before = now - Hour });
            if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM guest_code WHERE person = @person", new { person }) >= MostAnHour) return false;
            await connection.ExecuteAsync("INSERT INTO guest_code (id, person, tries, asked_at, expires_at) VALUES (@id, @person, 0, @now, @until)",
                new { id, person, now, until = now + Lifetime });
            await post.AddAsync(connection, id, address, now + Lifetime);
            return true;
        }, cancel);
        if (!isSent) return false;
        http.Response.Cookies.Append(OwnCookie.Name(http, Cookie, Path), value, OwnCookie.Options(http, Lifetime, Path));
        post.Wake();
        return true;
    }

    /// <summary>Whose code it is, as a keyed hash of their address; null when it does not fit, was used, is too old, or was tried too often.</summary>
    public async Task<string?> RedeemAsync(HttpContext http, string typed, CancellationToken cancel)
    {
        if (http.Request.Cookies[OwnCookie.Name(http, Cookie, Path)] is not { Length: Letters } value) return null;
        var id = ReceiptToken.HashOf(value);
        var fits = SharedSecret.Fits(string.Concat(typed.Where(char.IsAsciiDigit)), CodeOf(id));
        // Each try is counted before its outcome is known.
        return await database.WriteAsync(async connection =>
        {
            if (await connection.ExecuteAsync("UPDATE guest_code SET tries = tries + 1 WHERE id = @id AND tries < @MostTries AND expires_at > @now", new { id, MostTries, now = time.GetUtcNow() }) == 0 || !fits)
                return null;
            // It counts no more, and goes on counting against the limit of its address.
            await connection.ExecuteAsync("UPDATE guest_code SET expires_at = 0 WHERE id = @id", new { id });
            return await connection.ExecuteScalarAsync<string>("SELECT person FROM guest_code WHERE id = @id", new { id });
        }, cancel);
    }

    /// <summary>The code of an id that still counts, for its mail; null when it does not.</summary>
    public async Task<string?> FindAsync(string id, CancellationToken cancel) => await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM guest_code WHERE id = @id AND expires_at > @now", new { id, now = time.GetUtcNow() }), cancel) > 0 ? CodeOf(id) : null;

    private string CodeOf(string id)
    {
        var number = new BigInteger(Encoding.ASCII.GetBytes(key.Secret("guest code " + id)), isUnsigned: true) % Modulus;
        return ((int)number).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }
}
