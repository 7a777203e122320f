using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>What readers were told about what they had told us, and what they answered.</summary>
internal sealed class ToldChanges(Database database, SiteKey key, PublishedLibrary published, TimeProvider time)
{
    private const string TokenName = "told:";

    /// <summary>The way to its own receipt; made anew each time, because only its hash is kept.</summary>
    public ReceiptToken TokenOf(string id) => new('f' + key.Secret(TokenName + id));

    /// <summary>
    /// Keeps it in a transaction that is under way, and shows it on the receipts with these hashes. False when this reader has been told about this already;
    /// then it only appears on those of the receipts that lack it.
    /// </summary>
    public async Task<bool> AddAsync(DbConnection connection, ToldChange told, IEnumerable<string> receipts)
    {
        var own = TokenOf(told.Id).Hash;
        var isNew = await connection.ExecuteAsync(
            """
            INSERT INTO told_change (id, about, reader, token_hash, article, slug, title, revision, kind, told_us, words, who, at)
            VALUES (@Id, @About, @Reader, @TokenHash, @Article, @Slug, @Title, @Revision, @Kind, @ToldUs, @Words, @Who, @At)
            ON CONFLICT (about, reader) DO NOTHING
            """, told with { TokenHash = own }) > 0;
        await connection.ExecuteAsync(
            """
            INSERT INTO told_on (token_hash, told) SELECT @receipt, id FROM told_change WHERE about = @About AND reader = @Reader
            ON CONFLICT DO NOTHING
            """, (isNew ? receipts.Append(own) : receipts).Select(receipt => new { receipt, told.About, told.Reader }));
        return isNew;
    }

    /// <summary>All that stands on a receipt for whoever opens it, newest first.</summary>
    public async Task<IReadOnlyList<ToldChange>> OnReceiptAsync(string token, CancellationToken cancel)
    {
        var all = await database.ReadAsync(connection => connection.QueryAsync<ToldChange>(
            "SELECT t.* FROM told_on o JOIN told_change t ON t.id = o.told WHERE o.token_hash = @hash ORDER BY t.at DESC, t.id DESC",
            new { hash = ReceiptToken.HashOf(token) }), cancel);
        var hidden = published.Hidden;
        return [.. all.Where(told => !hidden.Contains(told.Article))];
    }

    /// <summary>The one whose own receipt this is; null for any other token, and when its article is not for whoever asks.</summary>
    public async Task<ToldChange?> FindAsync(string token, CancellationToken cancel) =>
        await database.ReadAsync(connection => FindByHashAsync(connection, ReceiptToken.HashOf(token)), cancel) is { } told && !published.Hidden.Contains(told.Article) ? told : null;

    /// <summary>Null when there is none with this id.</summary>
    public Task<ToldChange?> FindByIdAsync(string id, CancellationToken cancel) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<ToldChange>("SELECT * FROM told_change WHERE id = @id", new { id }), cancel);

    /// <summary>
    /// Keeps the answer to "does it work now?"; a yes or no is also an outcome of this reader for the version they were told of. The same answer twice counts
    /// once, another one takes its place. False for a token that is not the receipt of something told.
    /// </summary>
    public Task<bool> AnswerAsync(string token, string answer, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        if (await FindByHashAsync(connection, ReceiptToken.HashOf(token)) is not { CanBeTried: true } told) return false;
        if (told.Answer == answer) return true;
        var now = time.GetUtcNow();
        await connection.ExecuteAsync("UPDATE told_change SET answer = @answer, answered_at = @now WHERE id = @Id", new { answer, now, told.Id });
        if (ToldAnswer.OutcomeOf(answer) is { } outcome) await Outcomes.InsertAsync(connection, Outcome(told, outcome, now));
        return true;
    }, cancel);

    private static Task<ToldChange?> FindByHashAsync(DbConnection connection, string hash) =>
        connection.QuerySingleOrDefaultAsync<ToldChange>("SELECT * FROM told_change WHERE token_hash = @hash", new { hash });

    private static OutcomeRow Outcome(ToldChange told, OutcomeAnswer answer, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        Reader = told.Reader,
        Article = told.Article,
        Slug = told.Slug,
        Revision = told.Revision,
        Answer = answer.Key,
        At = now,
        TokenHash = told.TokenHash
    };
}
