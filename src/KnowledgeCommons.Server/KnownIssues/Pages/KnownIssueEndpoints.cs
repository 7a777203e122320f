using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>What is disturbed at the moment, for everybody, and "this affects me too".</summary>
internal static class KnownIssueEndpoints
{
    private const string TakeBack = "take-back";

    public static RazorComponentResult<KnownIssuesPage> All(HttpContext http, KnownIssueBoard board)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return Page.Of<KnownIssuesPage>(new { Open = board.Open.ToList(), Ended = board.EndedLately.ToList() });
    }

    // It tells the reader what they said, so nobody keeps it.
    public static async Task<Results<RazorComponentResult<KnownIssuePage>, NotFound>> One(
        string key, HttpContext http, KnownIssueBoard board, Affected affected, CancellationToken cancel)
    {
        if (board.Find(key) is not { } posted) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Page.Of<KnownIssuePage>(new { Posted = posted, Mine = await affected.OfAsync(key, ReaderCookie.Of(http), cancel) });
    }

    /// <summary>One tap counts. An address that cannot be one is told, and the tap has counted all the same.</summary>
    public static async Task<Results<SeeOther, RazorComponentResult<KnownIssuePage>, NotFound>> AffectsMe(
        string key, SentForm sent, HttpContext http, KnownIssueBoard board, Affected affected, Suspicion suspicion, HeldTaps taps, KnownIssueNews news, CancellationToken cancel)
    {
        if (board.Find(key) is not { IsOpen: true } posted) return board.Find(key) is { } ended ? new SeeOther(ended.Issue.Url) : TypedResults.NotFound();
        var (reader, contact) = (ReaderCookie.Of(http), sent.One("contact"));
        http.Response.Headers.CacheControl = "no-store";
        if (sent.One("do") == TakeBack)
        {
            await affected.RemoveAsync(key, reader, cancel);
            await news.LookAsync(cancel);
            return new SeeOther(posted.Issue.Url);
        }
        if (suspicion.OfTap(sent.Fields) is { } why) return new SeeOther((await taps.HoldAsync(key, reader, contact, why, cancel)).Url);
        var isUsable = ContactAddress.IsEmail(contact);
        await affected.AddAsync(key, reader, isUsable ? contact : null, cancel);
        await news.LookAsync(cancel);
        if (contact.Length == 0 || isUsable) return new SeeOther(posted.Issue.Url + "#affected");
        var mine = await affected.OfAsync(key, reader, cancel);
        return Page.Of<KnownIssuePage>(new { Posted = board.Find(key) ?? posted, Mine = mine, Typed = contact, IsWrong = true, Shown = sent.One(FormStamp.Field) }, StatusCodes.Status400BadRequest);
    }
}
