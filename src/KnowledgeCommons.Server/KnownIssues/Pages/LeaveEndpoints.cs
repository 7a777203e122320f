using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>
/// "No more mails about this": a page with one button, because programs that check mails open every link in them; and the same address takes the one
/// click of mail programs (RFC 8058), which send a form with List-Unsubscribe=One-Click and no cookies.
/// </summary>
internal static class LeaveEndpoints
{
    public static async Task<Results<RazorComponentResult<LeavePage>, NotFound>> Show(
        string token, NewsReaders readers, KnownIssueBoard board, CancellationToken cancel) =>
        await readers.FindAsync(token, cancel) is { } reader
            ? Page.Of<LeavePage>(new { Reader = reader, Address = new ReceiptToken(token).Url, Posted = board.Find(reader.Issue) })
            : TypedResults.NotFound();

    public static async Task<Results<SeeOther, NotFound>> Leave(string token, NewsReaders readers, CancellationToken cancel) =>
        await readers.LeaveAsync(token, cancel) ? new SeeOther(new ReceiptToken(token).Url) : TypedResults.NotFound();
}
