using System.Data.Common;
using Dapper;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The statements that read and write cases, on a connection that is given.</summary>
internal static class CaseBook
{
    public static Task<CaseRow?> FindAsync(DbConnection connection, string id) =>
        connection.QuerySingleOrDefaultAsync<CaseRow>("SELECT * FROM help_case WHERE id = @id", new { id });

    public static Task<CaseRow?> FindByTokenAsync(DbConnection connection, string hash) =>
        connection.QuerySingleOrDefaultAsync<CaseRow>("SELECT * FROM help_case WHERE token_hash = @hash", new { hash });

    public static Task<CaseRow?> FindBySameAgainAsync(DbConnection connection, string hash) =>
        connection.QuerySingleOrDefaultAsync<CaseRow>("SELECT * FROM help_case WHERE same_hash = @hash", new { hash });

    public static Task<CaseRow?> FindByNumberAsync(DbConnection connection, long number) =>
        connection.QuerySingleOrDefaultAsync<CaseRow>("SELECT * FROM help_case WHERE number = @number AND reader NOT LIKE 'gone:%'", new { number });

    public static async Task<Story?> StoryAsync(DbConnection connection, CaseRow? found)
    {
        if (found is null) return null;
        var lines = await connection.QueryAsync<CaseLineRow>("SELECT * FROM case_line WHERE case_id = @Id ORDER BY position", found);
        var events = await connection.QueryAsync<CaseEventRow>("SELECT * FROM case_event WHERE case_id = @Id ORDER BY position", found);
        var earlier = found.RepeatOf is null ? null : await FindAsync(connection, found.RepeatOf);
        var files = await connection.QueryAsync<CaseFileRow>("SELECT * FROM case_file WHERE case_id = @Id ORDER BY at, position, id", found);
        var same = found.SameAs is null ? null : await FindAsync(connection, found.SameAs);
        return new Story(found, lines.AsList(), events.AsList(), earlier) { Files = files.AsList(), SameAs = same };
    }

    public static async Task InsertAsync(DbConnection connection, CaseRow opened, IEnumerable<CaseLineRow> story)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO help_case (id, number, token_hash, form_hash, reader, article, revision, search, topic, problem, impact, people, reach,
                contact, name, deadline, owner, owner_name, deputy, promise_by, remind_at, state, repeat_of, opened_at, call_from, call_until,
                person, contact_hash, known_by, same_as, same_hash)
            VALUES (@Id, @Number, @TokenHash, @FormHash, @Reader, @Article, @Revision, @Search, @Topic, @Problem, @Impact, @People, @Reach,
                @Contact, @Name, @Deadline, @Owner, @OwnerName, @Deputy, @PromiseBy, @RemindAt, @State, @RepeatOf, @OpenedAt, @CallFrom, @CallUntil,
                @Person, @ContactHash, @KnownBy, @SameAs, @SameHash)
            """, opened);
        await connection.ExecuteAsync(
            "INSERT INTO case_line (case_id, position, kind, words, reference, at) VALUES (@CaseId, @Position, @Kind, @Words, @Reference, @At)",
            story.Select(line => line with { CaseId = opened.Id }));
    }

    public static Task UpdateAsync(DbConnection connection, CaseRow after) => connection.ExecuteAsync(
        """
        UPDATE help_case SET owner = @Owner, owner_name = @OwnerName, deputy = @Deputy, promise_by = @PromiseBy, state = @State,
            taken_at = @TakenAt, solved_at = @SolvedAt, closed_at = @ClosedAt, close_reason = @CloseReason,
            article_helped = @ArticleHelped, article_failed = @ArticleFailed,
            misses = @Misses, remind_at = @RemindAt, first_word_at = @FirstWordAt, first_word_work = @FirstWordWork,
            reach = @Reach, contact = @Contact, call_from = @CallFrom, call_until = @CallUntil,
            repeat_of = @RepeatOf, person = @Person, known_by = @KnownBy
        WHERE id = @Id
        """, after);

    /// <summary>Appends to the timeline.</summary>
    public static Task AddEventAsync(DbConnection connection, CaseEventRow entry) => connection.ExecuteAsync(
        """
        INSERT INTO case_event (id, case_id, position, at, kind, who, whom, words, article, reason, promise_by, missed, is_private, call_from, call_until)
        SELECT @Id, @CaseId, COUNT(*), @At, @Kind, @Who, @Whom, @Words, @Article, @Reason, @PromiseBy, @Missed, @IsPrivate, @CallFrom, @CallUntil
        FROM case_event WHERE case_id = @CaseId
        """, entry);

    public static Task AddFilesAsync(DbConnection connection, CaseEventRow entry, IEnumerable<CaseFileRow> files) => connection.ExecuteAsync(
        """
        INSERT INTO case_file (id, case_id, event, position, name, kind, bytes, hash, at)
        VALUES (@Id, @CaseId, @Event, @Position, @Name, @Kind, @Bytes, @Hash, @At)
        """, files.Select(file => file with { CaseId = entry.CaseId, Event = entry.Id }));

    /// <summary>Whether the case has all these files already, since a moment ago: then they were sent twice.</summary>
    public static async Task<bool> HasAsync(DbConnection connection, string caseId, IReadOnlyList<CaseFileRow> files, DateTimeOffset since)
    {
        if (files.Count == 0) return true;
        var hashes = files.Select(file => file.Hash).Distinct().ToList();
        return hashes.Count == await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(DISTINCT hash) FROM case_file WHERE case_id = @caseId AND at >= @since AND hash IN @hashes", new { caseId, since, hashes });
    }

    /// <summary>Whether the same entry was made a moment ago: a button pressed twice.</summary>
    public static Task<bool> HasAsync(DbConnection connection, CaseEventRow entry, DateTimeOffset since) => connection.ExecuteScalarAsync<bool>(
        """
        SELECT COUNT(*) FROM case_event
        WHERE case_id = @CaseId AND kind = @Kind AND at >= @since AND COALESCE(who, '') = COALESCE(@Who, '')
            AND COALESCE(words, '') = COALESCE(@Words, '') AND COALESCE(article, '') = COALESCE(@Article, '')
            AND position = (SELECT MAX(position) FROM case_event WHERE case_id = @CaseId)
        """, new { entry.CaseId, entry.Kind, entry.Who, entry.Words, entry.Article, since });
}
