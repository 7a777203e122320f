using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Abuse;
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
    public static async Task<Results<RazorComponentResult<LeavePage>, RazorComponentResult<HeldPage>, NotFound>> Show(
        string token, NewsReaders readers, KnownIssueBoard board, HeldPosts held, CancellationToken cancel) =>
        await readers.FindAsync(token, cancel) is { } reader
            ? Page.Of<LeavePage>(new { Reader = reader, Address = new ReceiptToken(token).Url, Posted = board.Find(reader.Issue) })
            : await held.FindByTokenAsync(token, cancel) is { } post ? Page.Of<HeldPage>(new { Post = post, new ReceiptToken(token).Url })
            : TypedResults.NotFound();

    /// <summary>"I am a person": what was held counts, and its page is that of the known issue.</summary>
    public static async Task<Results<SeeOther, NotFound>> IsPerson(string token, HeldReleases releases, CancellationToken cancel) =>
        await releases.ReleaseByTokenAsync(token, cancel) is { About: { } issue } ? new SeeOther(KnownIssue.UrlOf(issue) + "#affected") : TypedResults.NotFound();

    public static async Task<Results<SeeOther, NotFound>> Leave(string token, NewsReaders readers, CancellationToken cancel) =>
        await readers.LeaveAsync(token, cancel) ? new SeeOther(new ReceiptToken(token).Url) : TypedResults.NotFound();
}
