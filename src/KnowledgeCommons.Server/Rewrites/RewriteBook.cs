using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The statements that read and write rewrite cases, on a connection that is given.</summary>
internal static class RewriteBook
{
    public const string Forge = "forge";

    public static Task<RewriteCase?> FindAsync(DbConnection connection, string id) =>
        connection.QuerySingleOrDefaultAsync<RewriteCase>("SELECT * FROM rewrite_case WHERE id = @id", new { id });

    public static Task<RewriteCase?> FindByNumberAsync(DbConnection connection, long number) =>
        connection.QuerySingleOrDefaultAsync<RewriteCase>("SELECT * FROM rewrite_case WHERE number = @number", new { number });

    /// <summary>The case of an article that is not settled, else its newest one; null when it never had one.</summary>
    public static Task<RewriteCase?> OfArticleAsync(DbConnection connection, string article) => connection.QueryFirstOrDefaultAsync<RewriteCase>(
        """
        SELECT * FROM rewrite_case WHERE article = @article
        ORDER BY CASE WHEN state IN @Unsettled THEN 0 ELSE 1 END, opened_at DESC, number DESC LIMIT 1
        """, new { article, RewriteState.Unsettled });

    /// <summary>All in these states, oldest first.</summary>
    public static async Task<IReadOnlyList<RewriteCase>> InAsync(DbConnection connection, IReadOnlyList<string> states) =>
        (await connection.QueryAsync<RewriteCase>("SELECT * FROM rewrite_case WHERE state IN @states ORDER BY opened_at, number", new { states })).AsList();

    /// <summary>The ids of those whose readers are to be told by now.</summary>
    public static async Task<IReadOnlyList<string>> ToTellAsync(DbConnection connection, DateTimeOffset now) => (await connection.QueryAsync<string>(
        "SELECT id FROM rewrite_case WHERE told_at IS NULL AND tell_at <= @now ORDER BY tell_at", new { now })).AsList();

    public static async Task<RewriteStory> StoryAsync(DbConnection connection, RewriteCase found)
    {
        var events = await connection.QueryAsync<RewriteEvent>("SELECT * FROM rewrite_event WHERE case_id = @Id ORDER BY position", found);
        var issue = await TicketBook.FindAsync(connection, found.Id, Forge);
        return new RewriteStory(found, events.AsList(), issue?.Url);
    }

    public static Task InsertAsync(DbConnection connection, RewriteCase opened) => connection.ExecuteAsync(
        """
        INSERT INTO rewrite_case (id, number, article, slug, title, revision, opened_at, opened_by, because, evidence, owner, owner_name, state, failures)
        VALUES (@Id, @Number, @Article, @Slug, @Title, @Revision, @OpenedAt, @OpenedBy, @Because, @Evidence, @Owner, @OwnerName, @State, @Failures)
        """, opened);

    public static Task UpdateAsync(DbConnection connection, RewriteCase after) => connection.ExecuteAsync(
        """
        UPDATE rewrite_case SET assigned = @Assigned, assigned_name = @AssignedName, due = @Due, snoozed_until = @SnoozedUntil, state = @State,
            failures = @Failures, answer = @Answer, answered_at = @AnsweredAt, verdict = @Verdict, percent = @Percent, change_words = @ChangeWords,
            changed_by = @ChangedBy, tell_at = @TellAt, told_at = @ToldAt, rest_until = @RestUntil, service = @Service, service_name = @ServiceName,
            closed_at = @ClosedAt
        WHERE id = @Id
        """, after);

    /// <summary>Appends to the timeline.</summary>
    public static Task AddEventAsync(DbConnection connection, RewriteEvent entry) => connection.ExecuteAsync(
        """
        INSERT INTO rewrite_event (id, case_id, position, at, kind, who, whom, words, revision, commit_hash, percent, until)
        SELECT @Id, @CaseId, COUNT(*), @At, @Kind, @Who, @Whom, @Words, @Revision, @CommitHash, @Percent, @Until
        FROM rewrite_event WHERE case_id = @CaseId
        """, entry);

    public static Task<RewriteEvent?> FindEventAsync(DbConnection connection, string id) =>
        connection.QuerySingleOrDefaultAsync<RewriteEvent>("SELECT * FROM rewrite_event WHERE id = @id", new { id });
}
