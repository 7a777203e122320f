using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Puts cases about the same thing together. Each keeps its receipt, its timeline and its own promise; from then on the desk works in one of them
/// (see <see cref="DeskSteps"/>), and what the other readers say stands there too, for the desk only.
/// </summary>
internal sealed class CaseMerging(Database database, Cases cases, SiteClock clock)
{
    /// <summary>Null when it was done, else which sentence says why it was not: unknown, same or closed.</summary>
    public async Task<string?> MergeAsync(string id, long into, Person me, CancellationToken cancel)
    {
        var refusal = await database.WriteAsync(async connection =>
        {
            if (await CaseBook.FindAsync(connection, id) is not { } before || await MainAsync(connection, into) is not { } main) return "unknown";
            if (main.Id == before.Id) return "same";
            if (main.IsClosed || before.IsClosed) return "closed";
            var said = (await CaseBook.StoryAsync(connection, before))?.Events.Where(entry => entry.Kind == CaseEventRow.Said).Select(entry => entry.Words) ?? [];
            await cases.KeepAsync(connection, MergeChanges.Into(before, main, me, clock.Now));
            await cases.KeepAsync(connection, MergeChanges.With(main, before, said, me, clock.Now));
            await connection.ExecuteAsync("UPDATE help_case SET merged_into = @main WHERE id = @id OR merged_into = @id", new { id, main = main.Id });
            return null;
        }, cancel);
        cases.Tell(id);
        return refusal;
    }

    /// <summary>Lets a case stand by itself again; does nothing when it does.</summary>
    public async Task SeparateAsync(string id, Person me, CancellationToken cancel)
    {
        await database.WriteAsync(async connection =>
        {
            if (await CaseBook.FindAsync(connection, id) is not { MergedInto: { } main } before) return;
            await DetachAsync(connection, id);
            await cases.KeepAsync(connection, MergeChanges.Apart(before with { MergedInto = null }, me, clock.Now));
            if (await CaseBook.FindAsync(connection, main) is { } other) await cases.KeepAsync(connection, MergeChanges.Without(other, before, me, clock.Now));
        }, cancel);
        cases.Tell(id);
    }

    /// <summary>The cases whose work happens in this one, and the one where this one's happens, if any.</summary>
    public Task<(CaseRow? Main, IReadOnlyList<CaseRow> Others)> AroundAsync(CaseRow about, CancellationToken cancel) => database.ReadAsync(async connection =>
        (about.MergedInto is { } main ? await CaseBook.FindAsync(connection, main) : null, await WithAsync(connection, about.Id)), cancel);

    public static async Task<IReadOnlyList<CaseRow>> WithAsync(DbConnection connection, string id) =>
        (await connection.QueryAsync<CaseRow>("SELECT * FROM help_case WHERE merged_into = @id ORDER BY number", new { id })).AsList();

    /// <summary>
    /// What a reader's step in a merged case means where it is worked on; null for all other steps. Who says that it came back is alone with it again.
    /// </summary>
    public static async Task<CaseChange?> PassedOnAsync(DbConnection connection, CaseChange change, Keepers keepers, DateTimeOffset now)
    {
        if (change.After.MergedInto is not { } id || change.Events[^1] is not { Who: null } said) return null;
        if (await CaseBook.FindAsync(connection, id) is not { } main) return null;
        if (said.Kind == CaseEventRow.CameBack) await DetachAsync(connection, change.After.Id);
        return MergeChanges.Heard(main, change.After, said, keepers, now);
    }

    private static Task DetachAsync(DbConnection connection, string id) =>
        connection.ExecuteAsync("UPDATE help_case SET merged_into = NULL WHERE id = @id", new { id });

    // A case that is merged itself stands for the one where the work happens.
    private static async Task<CaseRow?> MainAsync(DbConnection connection, long number) =>
        await CaseBook.FindByNumberAsync(connection, number) is { MergedInto: { } main } ? await CaseBook.FindAsync(connection, main)
        : await CaseBook.FindByNumberAsync(connection, number);
}
