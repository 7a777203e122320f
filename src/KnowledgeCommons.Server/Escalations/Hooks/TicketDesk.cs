using System.Data.Common;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Brings what happened to a ticket elsewhere onto the case's timeline, its receipt and into the numbers, once each.</summary>
internal sealed class TicketDesk(Database database, Cases cases, PublishedLibrary published, Promises promises, Texts texts, SiteClock clock)
{
    /// <summary>False when the channel has no such ticket of ours. News that was taken before changes nothing.</summary>
    public async Task<bool> TakeAsync(string channel, TicketNews news, CancellationToken cancel)
    {
        var told = await database.WriteAsync(async connection =>
        {
            if (await TicketBook.FindByTicketAsync(connection, channel, news.Ticket) is not { } ticket) return null;
            if (!await TicketBook.IsNewAsync(connection, channel, news.Id, clock.Now)) return (IReadOnlyList<string>)[];
            return await CaseBook.FindAsync(connection, ticket.CaseId) is { } before ? await ApplyAsync(connection, ticket, before, news) : [];
        }, cancel);
        foreach (var id in told ?? []) cases.Tell(id);
        return told is not null;
    }

    /// <summary>What the channels call a case, by the channels' names.</summary>
    public Task<IReadOnlyList<TicketRow>> OfAsync(string caseId, CancellationToken cancel) =>
        database.ReadAsync(connection => TicketBook.OfCaseAsync(connection, caseId), cancel);

    // What was merged into the case hears it too, as it hears the desk (see DeskSteps). Returns the ids of all that heard.
    private async Task<IReadOnlyList<string>> ApplyAsync(DbConnection connection, TicketRow ticket, CaseRow before, TicketNews news)
    {
        var isNewest = !(ticket.StateAt > news.At) && !(await LastWordAsync(connection, before) > news.At);
        var merged = (await CaseMerging.WithAsync(connection, before.Id)).Where(other => other.SolvedAt is null && other.IsClosed == before.IsClosed);
        List<CaseRow> all = [before, .. merged];
        foreach (var one in all) await ApplyAsync(connection, ticket, one, news, isNewest);
        if (news.State is not null && isNewest) await TicketBook.NoteStateAsync(connection, ticket, news.At);
        return all.ConvertAll(one => one.Id);
    }

    private async Task ApplyAsync(DbConnection connection, TicketRow ticket, CaseRow before, TicketNews news, bool isNewest)
    {
        var there = new ForeignStep(news.Author ?? texts["hook.colleague"], news.At, isNewest);
        var after = before;
        if (ArticleOf(news.Article) is { } article) after = await KeepAsync(connection, there.Helped(after, article), ticket);
        if (WordsOf(news) is { } words) after = await KeepAsync(connection, there.Reply(after, words, ArticleLink.In(words, published.Whole)), ticket);
        if (news.State is { } state && isNewest)
            await KeepAsync(connection, there.Move(after, state, news.Reason, promises.NextWordBy(before.Owner, before.Topic)), ticket);
    }

    private async Task<CaseRow> KeepAsync(DbConnection connection, CaseChange change, TicketRow ticket)
    {
        if (change.Events.Count > 0) await cases.KeepAsync(connection, change, ticket.Channel);
        else await CaseBook.UpdateAsync(connection, change.After);
        return change.After;
    }

    // What was said or decided here after that moment: older news from elsewhere does not undo it.
    private static async Task<DateTimeOffset?> LastWordAsync(DbConnection connection, CaseRow subject) =>
        await connection.ExecuteScalarAsync<long?>(
            """
            SELECT MAX(at) FROM case_event
            WHERE case_id = @Id AND kind IN ('said', 'came-back', 'solved', 'closed', 'reopened')
            """, subject) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    // Our own words come back as entries of the ticket; they carry our mark.
    private static string? WordsOf(TicketNews news) => news.Words?.Trim() is { Length: > 0 } words && !words.Contains(Briefs.MarkStart, StringComparison.Ordinal)
        ? words[..Math.Min(words.Length, HelpCheck.LongestWords)]
        : null;

    private Slug? ArticleOf(string? written) =>
        written is not null && Slug.TryParse(written, null, out var slug) && published.Whole.Find(slug) is { } article ? article.Slug : null;
}
