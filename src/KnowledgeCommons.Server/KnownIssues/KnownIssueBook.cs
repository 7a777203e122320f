using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>What is stored about known issues: those written at the desk, and of all of them what changed when. A change and its messages are one transaction.</summary>
internal sealed class KnownIssueBook(Database database, INewsCarrier carrier, NewsReaders readers, TimeProvider time)
{
    private const int Most = 500;
    private const int LongestWords = 4_000;

    /// <summary>Those written at the desk, newest first.</summary>
    public async Task<IReadOnlyList<KnownIssueRow>> RowsAsync(CancellationToken cancel) => (await database.ReadAsync(connection =>
        connection.QueryAsync<KnownIssueRow>("SELECT * FROM known_issue ORDER BY written_at DESC, key LIMIT @Most", new { Most }), cancel)).AsList();

    /// <summary>Every change of these, oldest first.</summary>
    public async Task<ILookup<string, KnownIssueChange>> ChangesAsync(IReadOnlyCollection<string> issues, CancellationToken cancel) =>
        (await database.ReadAsync(connection => connection.QueryAsync<KnownIssueChange>(
            "SELECT * FROM known_issue_change WHERE issue IN @issues ORDER BY issue, position", new { issues }), cancel)).ToLookup(change => change.Issue);

    /// <summary>Null when there is none with this id.</summary>
    public static Task<KnownIssueChange?> FindChangeAsync(DbConnection connection, string id) =>
        connection.QuerySingleOrDefaultAsync<KnownIssueChange>("SELECT * FROM known_issue_change WHERE id = @id", new { id });

    /// <summary>Stores one that was written at the desk; does nothing when the same form was sent before.</summary>
    public Task AddAsync(KnownIssueRow row, CancellationToken cancel) => database.WriteAsync(connection => connection.ExecuteAsync(
        """
        INSERT INTO known_issue (key, title, body, topics, articles, words, since, next_update, owner, ended_at, written_by, written_at, changed_by, changed_at)
        VALUES (@Key, @Title, @Body, @Topics, @Articles, @Words, @Since, @NextUpdate, @Owner, @EndedAt, @WrittenBy, @WrittenAt, @ChangedBy, @ChangedAt)
        ON CONFLICT (key) DO NOTHING
        """, row), cancel);

    /// <summary>False when it is not any more as it was last changed at <paramref name="seen"/> (milliseconds since 1970); then nothing is changed.</summary>
    public async Task<bool> ChangeAsync(KnownIssueRow row, long seen, CancellationToken cancel) => await database.WriteAsync(connection => connection.ExecuteAsync(
        """
        UPDATE known_issue SET title = @Title, body = @Body, topics = @Topics, articles = @Articles, words = @Words, since = @Since,
            next_update = @NextUpdate, owner = @Owner, ended_at = @EndedAt, changed_by = @ChangedBy, changed_at = @ChangedAt
        WHERE key = @Key AND changed_at = @seen
        """,
        new
        {
            row.Key,
            row.Title,
            row.Body,
            row.Topics,
            row.Articles,
            row.Words,
            row.Since,
            row.NextUpdate,
            row.Owner,
            row.EndedAt,
            row.ChangedBy,
            row.ChangedAt,
            seen
        }), cancel) > 0;

    /// <summary>
    /// Writes down that a known issue is now as it is, unless that is what was written down last, and has everybody told who left an address. After a
    /// crash it is written down when it is looked at again.
    /// </summary>
    public async Task NoteAsync(KnownIssue issue, string? who, CancellationToken cancel)
    {
        var isNew = await database.WriteAsync(async connection =>
        {
            var last = await connection.QuerySingleOrDefaultAsync<KnownIssueChange>(
                "SELECT * FROM known_issue_change WHERE issue = @Key ORDER BY position DESC LIMIT 1", new { issue.Key });
            if (last?.Version == issue.Version) return false;
            await WriteAsync(connection, Next(last, issue, who));
            return true;
        }, cancel);
        if (isNew) carrier.Wake();
    }

    private async Task WriteAsync(DbConnection connection, KnownIssueChange change)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO known_issue_change (id, issue, position, at, kind, version, title, words, next_update, is_open, who)
            VALUES (@Id, @Issue, @Position, @At, @Kind, @Version, @Title, @Words, @NextUpdate, @IsOpen, @Who)
            """, change);
        await carrier.AddAsync(connection, change.Id, await readers.OfAsync(connection, change.Issue));
    }

    private KnownIssueChange Next(KnownIssueChange? last, KnownIssue issue, string? who) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()).ToString(),
        Issue = issue.Key,
        Position = last is null ? 0 : last.Position + 1,
        At = time.GetUtcNow(),
        Kind = (last, issue.IsOpen) switch
        {
            (_, false) when last is not { IsOpen: 0 } => KnownIssueChange.Ended,
            (null, _) => KnownIssueChange.Opened,
            ({ IsOpen: 0 }, true) => KnownIssueChange.Reopened,
            _ => KnownIssueChange.Changed
        },
        Version = issue.Version,
        Title = issue.Title,
        Words = issue.Body.Length > LongestWords ? issue.Body[..LongestWords] + " …" : issue.Body,
        NextUpdate = issue.NextUpdate,
        IsOpen = issue.IsOpen ? 1 : 0,
        Who = who
    };
}
