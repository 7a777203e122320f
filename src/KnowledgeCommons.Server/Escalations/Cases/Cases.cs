using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// All cases. A change, its timeline entries and the messages about it are one transaction: when a method returns they are on disk, and when
/// it throws <see cref="NotSavedException"/> none of them is.
/// </summary>
internal sealed class Cases(
    Database database, CaseOpening opening, CaseTokens tokens, Outbox outbox, OpenPages news, Keepers keepers, Promises promises, Addresses addresses, SiteClock clock)
{
    /// <summary>What <see cref="OpenPages"/> calls the pages that show all cases.</summary>
    public const string DeskPage = "desk";

    private static readonly TimeSpan SentTwice = TimeSpan.FromMinutes(2);

    /// <summary>Opens a case and returns the way to its receipt. The same form sent twice leads to the same one, and loses no words.</summary>
    public async Task<ReceiptToken> OpenAsync(HelpRequest request, CancellationToken cancel)
    {
        var id = await database.WriteAsync(async connection =>
        {
            if (await opening.FindSameAsync(connection, request) is { } same) return await AddWordsAsync(connection, same, request);
            var (opened, entry) = await opening.OpenAsync(connection, request);
            await outbox.AddAsync(connection, opened, entry, Addressee.Owner);
            await outbox.AddAsync(connection, opened, entry, Addressee.Reader);
            await outbox.AddForFollowersAsync(connection, opened, [entry]);
            return opened.Id;
        }, cancel);
        Tell(id);
        return tokens.Of(id);
    }

    /// <summary>Null when there is no such receipt.</summary>
    public Task<Story?> FindByTokenAsync(string token, CancellationToken cancel) => database.ReadAsync(async connection =>
        await CaseBook.StoryAsync(connection, await CaseBook.FindByTokenAsync(connection, ReceiptToken.HashOf(token))), cancel);

    /// <summary>Null when there is no such case.</summary>
    public Task<Story?> FindByNumberAsync(long number, CancellationToken cancel) => database.ReadAsync(async connection =>
        await CaseBook.StoryAsync(connection, await CaseBook.FindByNumberAsync(connection, number)), cancel);

    /// <summary>Words, files or both.</summary>
    public Task SayAsync(string id, string? words, IReadOnlyList<CaseFileRow> files, CancellationToken cancel) =>
        ChangeAsync(id, before => ReaderChanges.Say(before, words, clock.Now, keepers) with { Files = files }, cancel);

    public Task SolvedAsync(string id, string? words, IReadOnlyList<CaseFileRow> files, CancellationToken cancel) =>
        ChangeAsync(id, before => ReaderChanges.Solved(before, words, clock.Now) with { Files = files }, cancel);

    public Task CameBackAsync(string id, string? words, IReadOnlyList<CaseFileRow> files, CancellationToken cancel) =>
        ChangeAsync(id, before => ReaderChanges.CameBack(before, words, clock.Now, keepers) with { Files = files }, cancel);

    public Task CallMeAsync(string id, string phone, CallTime? time, CancellationToken cancel) =>
        ChangeAsync(id, before => ReaderChanges.CallMe(before, ContactAddress.Ending(phone), addresses.Seal(phone), time, clock.Now, keepers), cancel);

    /// <summary>What <see cref="OpenPages"/> calls the pages that show one case.</summary>
    public static string PageOf(string id) => $"case/{id}";

    /// <summary>How many entries all cases have together: another number when something happened.</summary>
    public Task<long> CountAllEntriesAsync(CancellationToken cancel) => database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM case_event"), cancel);

    /// <summary>How many entries the reader can see on the timeline of a case.</summary>
    public Task<long> CountEntriesAsync(string id, CancellationToken cancel) => database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM case_event WHERE case_id = @id AND is_private = 0", new { id }), cancel);

    /// <summary>Takes one step (see <see cref="DeskChanges"/>) from the case as it is at that moment. A step sent twice counts once.</summary>
    public async Task ChangeAsync(string id, Func<CaseRow, CaseChange> step, CancellationToken cancel)
    {
        await database.WriteAsync(async connection =>
        {
            if (await CaseBook.FindAsync(connection, id) is { } before) await KeepAsync(connection, step(before));
        }, cancel);
        Tell(id);
    }

    /// <summary>To be called after the commit of what <see cref="KeepAsync"/> has kept: rows that nobody can see yet are no news.</summary>
    public void Tell(string id)
    {
        outbox.Wake();
        news.Tell(PageOf(id));
        news.Tell(DeskPage);
    }

    /// <summary>
    /// Keeps one step inside a transaction that is under way; <see cref="Tell"/> comes after it. <paramref name="from"/> is the channel that the step
    /// came from.
    /// </summary>
    public async Task KeepAsync(DbConnection connection, CaseChange change, string? from = null)
    {
        var entries = change.Events.Select(entry => entry with { CaseId = change.After.Id }).ToList();
        if (entries.Count == 0) return;
        var since = clock.Now - SentTwice;
        if (await CaseBook.HasAsync(connection, entries[^1], since) && await CaseBook.HasAsync(connection, change.After.Id, change.Files, since)) return;
        await CaseBook.UpdateAsync(connection, promises.Measured(change.After, entries));
        foreach (var entry in entries) await CaseBook.AddEventAsync(connection, entry);
        await CaseBook.AddFilesAsync(connection, entries[^1], change.Files);
        foreach (var audience in change.Tell) await outbox.AddAsync(connection, change.After, entries[^1], audience);
        await outbox.AddForFollowersAsync(connection, change.After, entries, from);
        if (await CaseMerging.PassedOnAsync(connection, change, keepers, clock.Now) is { } passed) await KeepAsync(connection, passed);
    }

    private async Task<string> AddWordsAsync(DbConnection connection, CaseRow same, HelpRequest request)
    {
        var words = same.Problem == request.Problem ? null : request.Problem;
        if (words is not null || !await CaseBook.HasAsync(connection, same.Id, request.Files, clock.Now - SentTwice))
            await KeepAsync(connection, ReaderChanges.Say(same, words, clock.Now, keepers) with { Files = request.Files });
        return same.Id;
    }
}
