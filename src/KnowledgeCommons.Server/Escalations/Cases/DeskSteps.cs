using System.Data.Common;
using System.Globalization;
using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Keeps what the desk does: in the case itself and, unless it is private, in every case that was merged into it, so that their readers hear it too;
/// but for those who said that theirs is solved. One transaction: all of them, or none.
/// </summary>
internal sealed class DeskSteps(Database database, Cases cases, AuditBook audit, SiteClock clock)
{
    /// <summary>Takes one step from each case as it is at that moment, and notes how an article did, if it says so.</summary>
    public async Task TakeAsync(string id, Func<CaseRow, CaseChange> step, ArticleUse? use, CancellationToken cancel)
    {
        var told = await database.WriteAsync(async connection =>
        {
            if (await CaseBook.FindAsync(connection, id) is not { } before) return (IReadOnlyList<string>)[];
            var change = step(before);
            await cases.KeepAsync(connection, change);
            await NoteAsync(connection, before, change);
            if (use is not null) await NoteAsync(connection, id, use);
            if (change.Events.All(entry => entry.IsPrivate == 1)) return [id];
            var merged = (await CaseMerging.WithAsync(connection, id)).Where(other => other.SolvedAt is null && other.IsClosed == before.IsClosed).ToList();
            foreach (var other in merged) await cases.KeepAsync(connection, step(other));
            return [id, .. merged.Select(other => other.Id)];
        }, cancel);
        foreach (var one in told) cases.Tell(one);
    }

    // That a promise ended with the case is no other promise.
    private async Task NoteAsync(DbConnection connection, CaseRow before, CaseChange change)
    {
        if (change.After.PromiseBy is not { } promise || promise == before.PromiseBy || change.Events is not [.., { Who: { } who }]) return;
        await audit.AddAsync(connection, AuditKind.Promise, who, before.Id, string.Create(CultureInfo.InvariantCulture, $"{before.PromiseBy:u} > {promise:u}"));
    }

    private Task NoteAsync(DbConnection connection, string id, ArticleUse use) => connection.ExecuteAsync(
        """
        INSERT INTO article_use (case_id, article, slug, revision, answer, step, at) VALUES (@id, @article, @slug, @revision, @Answer, @Step, @now)
        ON CONFLICT (case_id, article, revision) DO UPDATE SET slug = excluded.slug, answer = excluded.answer, step = excluded.step, at = excluded.at
        """,
        new { id, article = use.Article.Id, slug = use.Article.Slug.Value, revision = use.Article.Revision.Value, use.Answer, use.Step, now = clock.Now });
}
