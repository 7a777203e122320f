using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>What readers said about articles. Nothing is ever overwritten: a change of mind is another row, and the newest counts.</summary>
internal sealed class Outcomes(Database database, OpenPages pages, TimeProvider time)
{
    private const int MostRecent = 20;

    private const string AsRows =
        "SELECT id, reader, article, slug, revision, search, answer, at, token_hash AS TokenHash, reason, step, text FROM outcome";

    /// <summary>Stores one click; returns its receipt once the answer is on disk. Reads nothing, so that thousands a second share a commit.</summary>
    public async Task<ReceiptToken> AddAsync(Click click, CancellationToken cancel)
    {
        var token = ReceiptToken.ForFeedback();
        var row = RowOf(click, token);
        await database.WriteAsync(connection => InsertAsync(connection, row), cancel);
        return token;
    }

    /// <summary>Stores an answer that waited, as if it were given now.</summary>
    public Task AddAsync(OutcomeRow waited, CancellationToken cancel) => database.WriteAsync(connection => InsertAsync(connection, waited with { At = time.GetUtcNow() }), cancel);

    public OutcomeRow RowOf(Click click, ReceiptToken token) => new()
    {
        Id = NewId(),
        Reader = click.Reader,
        Article = click.Article.Id,
        Slug = click.Article.Slug.Value,
        Revision = click.Revision,
        Search = click.Search,
        Answer = click.Answer.Key,
        At = time.GetUtcNow(),
        TokenHash = token.Hash,
        Reason = click.Details.Reason?.Key,
        Step = click.Details.Step,
        Text = click.Details.Text
    };

    /// <summary>All that was said on one receipt, oldest first; empty for a token nobody was given.</summary>
    public Task<IReadOnlyList<OutcomeRow>> OnReceiptAsync(string token, CancellationToken cancel) =>
        database.ReadAsync(connection => OnReceiptAsync(connection, token), cancel);

    /// <summary>
    /// Adds to a receipt: another answer is a row of its own for the same reader and revision, details go to the newest answer.
    /// False when there is no such receipt.
    /// </summary>
    public async Task<bool> SayMoreAsync(string token, OutcomeAnswer? answer, OutcomeDetails details, CancellationToken cancel)
    {
        var isThere = await database.WriteAsync(async connection =>
        {
            if (await OnReceiptAsync(connection, token) is not [.., var newest]) return false;
            if (answer is not null && answer.Key != newest.Answer)
            {
                newest = newest with { Id = NewId(), Answer = answer.Key, At = After(newest.At), Reason = null, Step = null, Text = null };
                await InsertAsync(connection, newest);
            }
            if (!details.IsEmpty) await DescribeAsync(connection, newest.Id, details);
            return true;
        }, cancel);
        if (isThere) pages.Tell(PageOf(token));
        return isThere;
    }

    /// <summary>What <see cref="OpenPages"/> calls a receipt.</summary>
    public static string PageOf(string token) => $"feedback/{ReceiptToken.HashOf(token)}";

    /// <summary>What one reader said since then, newest first, at most 20: for the story that goes with a case.</summary>
    public Task<IReadOnlyList<OutcomeRow>> RecentOfAsync(string reader, DateTimeOffset since, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<OutcomeRow>>(async connection => (await connection.QueryAsync<OutcomeRow>(
            $"{AsRows} WHERE reader = @reader AND at >= @since ORDER BY at DESC, id DESC LIMIT {MostRecent}", new { reader, since })).AsList(), cancel);

    /// <summary>By article, how many different people's newest answer since then is that it is fixed; articles with fewer than so many are missing.</summary>
    public Task<Dictionary<string, int>> FixedByArticleAsync(DateTimeOffset since, int atLeast, CancellationToken cancel) =>
        database.ReadAsync(async connection => (await connection.QueryAsync<(string Article, long People)>(
            """
            SELECT article, COUNT(*) FROM (
                SELECT article, answer, ROW_NUMBER() OVER (PARTITION BY article, reader ORDER BY at DESC, id DESC) AS place
                FROM outcome WHERE at >= @since) newest
            WHERE place = 1 AND answer = 'fixed' GROUP BY article HAVING COUNT(*) >= @atLeast
            """, new { since, atLeast })).ToDictionary(row => row.Article, row => (int)row.People), cancel);

    private static async Task<IReadOnlyList<OutcomeRow>> OnReceiptAsync(DbConnection connection, string token) =>
        (await connection.QueryAsync<OutcomeRow>($"{AsRows} WHERE token_hash = @hash ORDER BY at, id", new { hash = ReceiptToken.HashOf(token) })).AsList();

    internal static Task InsertAsync(DbConnection connection, OutcomeRow row) => connection.ExecuteAsync(
        """
        INSERT INTO outcome (id, reader, article, slug, revision, search, answer, at, token_hash, reason, step, text)
        VALUES (@Id, @Reader, @Article, @Slug, @Revision, @Search, @Answer, @At, @TokenHash, @Reason, @Step, @Text)
        """, row);

    // An empty field takes nothing back: somebody who chose a reason first and sends words later keeps both.
    private static Task DescribeAsync(DbConnection connection, string id, OutcomeDetails details) => connection.ExecuteAsync(
        "UPDATE outcome SET reason = COALESCE(@reason, reason), step = COALESCE(@step, step), text = COALESCE(@text, text) WHERE id = @id",
        new { id, reason = details.Reason?.Key, step = (long?)details.Step, text = details.Text });

    // The order of answers must survive a clock that stands still or runs backwards.
    private DateTimeOffset After(DateTimeOffset earlier)
    {
        var now = time.GetUtcNow();
        return now > earlier ? now : earlier.AddMilliseconds(1);
    }

    private static string NewId() => Guid.CreateVersion7().ToString();
}
