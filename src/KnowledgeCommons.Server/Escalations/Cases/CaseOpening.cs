using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Turns a call for a person into a case with an owner and a promise; and knows one that was sent before.</summary>
internal sealed class CaseOpening(CaseTokens tokens, RepeatRule repeats, Promises promises, Addresses addresses, SiteClock clock)
{
    private static readonly TimeSpan SentTwice = TimeSpan.FromMinutes(2);

    /// <summary>The case that the same form, or the same words of the same reader a moment ago, has made already.</summary>
    /// <remarks>One that was held has its own receipt already.</remarks>
    public async Task<CaseRow?> FindSameAsync(DbConnection connection, HelpRequest request) => request.Id is not null ? null : await connection.QueryFirstOrDefaultAsync<CaseRow>(
        """
        SELECT * FROM help_case
        WHERE form_hash = @FormHash OR (reader = @reader AND problem = @Problem AND opened_at >= @since AND id <> COALESCE(@repeats, ''))
        ORDER BY opened_at DESC LIMIT 1
        """, new { request.FormHash, reader = request.Reader.Key, request.Problem, repeats = request.Repeats?.Id, since = clock.Now - SentTwice });

    public async Task<(CaseRow Case, CaseEventRow Event)> OpenAsync(DbConnection connection, HelpRequest request)
    {
        var opened = await repeats.ApplyAsync(connection, await NewAsync(connection, request), request);
        opened = await repeats.OfferAsync(connection, opened, request);
        await CaseBook.InsertAsync(connection, opened, request.Story);
        var entry = new CaseEventRow
        {
            CaseId = opened.Id,
            At = opened.OpenedAt,
            Kind = CaseEventRow.Opened,
            Whom = opened.OwnerName,
            PromiseBy = opened.PromiseBy,
            CallFrom = opened.CallFrom,
            CallUntil = opened.CallUntil
        };
        await CaseBook.AddEventAsync(connection, entry);
        await CaseBook.AddFilesAsync(connection, entry, request.Files);
        return (opened, entry);
    }

    private async Task<CaseRow> NewAsync(DbConnection connection, HelpRequest request)
    {
        var id = request.Id ?? Guid.CreateVersion7(clock.Now).ToString();
        return new CaseRow
        {
            Id = id,
            Number = await CaseNumbers.ForCaseAsync(connection),
            TokenHash = tokens.Of(id).Hash,
            FormHash = request.Id is null ? request.FormHash : null,
            Reader = request.Reader.Key,
            Article = request.Article?.Slug.Value,
            Revision = request.Revision,
            Search = request.Search,
            Topic = request.Article?.Topic ?? "",
            Problem = request.Problem,
            Impact = request.Impact,
            People = request.People,
            Reach = request.Reach,
            Contact = addresses.Seal(request.Contact),
            Name = request.Name,
            Deadline = request.Deadline,
            CallFrom = request.Call?.From,
            CallUntil = request.Call?.Until,
            Owner = request.Responder.Key,
            OwnerName = request.Responder.Name,
            Deputy = request.Responder.DeputyKey,
            ContactHash = repeats.HashOf(request.Contact),
            OpenedAt = clock.Now
        }.Promising(promises.NextWordBy(request.Responder.Key, request.Responder.Topic), clock.Now);
    }
}
