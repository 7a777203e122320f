using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Which revision took another's place, and how much of its meaning changed.</summary>
internal sealed class RevisionChanges(Database database, TimeProvider time)
{
    /// <summary>
    /// Says, inside a transaction that is under way, that a revision is the rewrite that answers a rewrite case: evidence of before is no longer held against the
    /// article. May be said before or after the revision is published, and again.
    /// </summary>
    public async Task DeclareAsync(DbConnection connection, string article, string revision, long number)
    {
        var known = await NewestAsync(connection, article, revision);
        var declared = (known ?? new RevisionChangeRow { Article = article, Revision = revision, At = time.GetUtcNow() }) with { Kind = RevisionChangeRow.Rewrite, RewriteNumber = number };
        if (known == declared) return;
        await KeepAsync(connection, declared);
        await ChangedAsync(connection, declared.At);
    }

    /// <summary>Keeps a change as it was found; what was declared about the revision holds.</summary>
    public async Task AddAsync(DbConnection connection, RevisionChangeRow change)
    {
        var declared = await NewestAsync(connection, change.Article, change.Revision);
        await KeepAsync(connection, declared is { RewriteNumber: not null, Before: "" }
            ? declared with { Before = change.Before, IsKnown = change.IsKnown, ChangedShare = change.ChangedShare }
            : change);
    }

    /// <summary>All changes of an article, newest first.</summary>
    public Task<IReadOnlyList<RevisionChangeRow>> OfAsync(string article, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<RevisionChangeRow>>(
        async connection => (await connection.QueryAsync<RevisionChangeRow>("SELECT * FROM revision_change WHERE article = @article ORDER BY at DESC", new { article })).AsList(), cancel);

    private static Task<RevisionChangeRow?> NewestAsync(DbConnection connection, string article, string revision) =>
        connection.QueryFirstOrDefaultAsync<RevisionChangeRow>(
            "SELECT * FROM revision_change WHERE article = @article AND revision = @revision ORDER BY at DESC LIMIT 1", new { article, revision });

    private static Task KeepAsync(DbConnection connection, RevisionChangeRow change) => connection.ExecuteAsync(
        """
        INSERT INTO revision_change (article, revision, before, at, kind, is_known, changed_share, rewrite_number)
        VALUES (@Article, @Revision, @Before, @At, @Kind, @IsKnown, @ChangedShare, @RewriteNumber)
        ON CONFLICT (article, revision, at) DO UPDATE SET before = excluded.before, kind = excluded.kind, is_known = excluded.is_known,
            changed_share = excluded.changed_share, rewrite_number = excluded.rewrite_number
        """, change);

    private static async Task ChangedAsync(DbConnection connection, DateTimeOffset at)
    {
        var day = Feedback.Readings.DayOf(at);
        if (await HealthMark.NumberAsync(connection, HealthMark.ChangedFrom) is not { } marked || day < marked)
            await HealthMark.SetAsync(connection, HealthMark.ChangedFrom, day);
    }
}
