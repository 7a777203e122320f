using Dapper;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Who asked to hear what becomes of what they said on a receipt, and where.</summary>
internal sealed class HearBack(Database database, Outcomes outcomes, Addresses addresses, TimeProvider time)
{
    /// <summary>The address takes the place of an earlier one. False for a token nobody was given.</summary>
    public async Task<bool> AskAsync(string token, string contact, CancellationToken cancel)
    {
        if (await outcomes.OnReceiptAsync(token, cancel) is not [.., var newest]) return false;
        await database.WriteAsync(connection => connection.ExecuteAsync(
            """
            INSERT INTO hear_back (token_hash, reader, article, contact, at) VALUES (@TokenHash, @Reader, @Article, @given, @now)
            ON CONFLICT (token_hash) DO UPDATE SET contact = @given, at = @now
            """, new { newest.TokenHash, newest.Reader, newest.Article, given = addresses.Seal(contact), now = time.GetUtcNow() }), cancel);
        return true;
    }

    /// <summary>Takes it back.</summary>
    public Task LeaveAsync(string token, CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        "DELETE FROM hear_back WHERE token_hash = @hash", new { hash = ReceiptToken.HashOf(token) }), cancel);

    /// <summary>Null when nobody asked on this receipt.</summary>
    public async Task<string?> OfAsync(string token, CancellationToken cancel) => await database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(
        "SELECT contact FROM hear_back WHERE token_hash = @hash", new { hash = ReceiptToken.HashOf(token) }), cancel) is { } stored ? addresses.Open(new SealedAddress(stored)) : null;
}
