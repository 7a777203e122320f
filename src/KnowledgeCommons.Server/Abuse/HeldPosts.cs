using System.Security.Cryptography;
using Dapper;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>Everything that is held. Words and content are encrypted with the site's keys.</summary>
internal sealed class HeldPosts(Database database, IDataProtectionProvider protection, TimeProvider time)
{
    public const int MostShown = 200;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);
    private readonly IDataProtector _protector = protection.CreateProtector("held-post");

    /// <summary>Keeps it; gives the id of the post that holds it, which is an earlier one when the same form was sent twice.</summary>
    public Task<string> HoldAsync(HeldPost post, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO held_post (id, kind, token_hash, form_hash, reader, contact_hash, about, words, content, files, why, at)
            VALUES (@Id, @Kind, @TokenHash, @FormHash, @Reader, @ContactHash, @About, @Words, @Content, @Files, @Why, @At)
            ON CONFLICT (form_hash) DO NOTHING
            """, post with { Words = _protector.Protect(post.Words), Content = _protector.Protect(post.Content), At = time.GetUtcNow() });
        return await connection.ExecuteScalarAsync<string>("SELECT id FROM held_post WHERE id = @Id OR form_hash = @FormHash", post) ?? post.Id;
    }, cancel);

    /// <summary>Null when no post is held under that receipt.</summary>
    public async Task<HeldPost?> FindByTokenAsync(string token, CancellationToken cancel) => Opened(await database.ReadAsync(connection =>
        connection.QuerySingleOrDefaultAsync<HeldPost>("SELECT * FROM held_post WHERE token_hash = @hash", new { hash = ReceiptToken.HashOf(token) }), cancel));

    public async Task<HeldPost?> FindAsync(string id, CancellationToken cancel) => Opened(await database.ReadAsync(connection =>
        connection.QuerySingleOrDefaultAsync<HeldPost>("SELECT * FROM held_post WHERE id = @id", new { id }), cancel));

    /// <summary>The oldest first, at most 200: they have waited longest.</summary>
    public async Task<IReadOnlyList<HeldPost>> AllAsync(CancellationToken cancel) =>
        [.. (await database.ReadAsync(connection => connection.QueryAsync<HeldPost>($"SELECT * FROM held_post ORDER BY at, id LIMIT {MostShown}"), cancel)).Select(Opened).OfType<HeldPost>()];

    public Task<long> CountAsync(DateTimeOffset before, CancellationToken cancel) => database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM held_post WHERE at < @before", new { before }), cancel);

    /// <summary>Whether a held post came with the file of that hash.</summary>
    public Task<bool> HasFileAsync(string hash, CancellationToken cancel) => database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<bool>("SELECT COUNT(*) FROM held_post WHERE files LIKE @part", new { part = $"%{hash}%" }), cancel);

    /// <summary>True for the one who may let it go on now; whoever presses at the same time gets false.</summary>
    public async Task<bool> ClaimAsync(HeldPost post, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await database.WriteAsync(connection => connection.ExecuteAsync(
            "UPDATE held_post SET claimed_at = @now WHERE id = @Id AND (claimed_at IS NULL OR claimed_at < @before)", new { post.Id, now, before = now - Claim }), cancel) > 0;
    }

    public Task RemoveAsync(string id, CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM held_post WHERE id = @id", new { id }), cancel);

    // What was encrypted with keys that are gone can be read by nobody; it is shown without its words.
    private HeldPost? Opened(HeldPost? stored)
    {
        if (stored is null) return null;
        try
        {
            return stored with { Words = _protector.Unprotect(stored.Words), Content = _protector.Unprotect(stored.Content) };
        }
        catch (CryptographicException)
        {
            return stored with { Words = "", Content = "" };
        }
    }
}
