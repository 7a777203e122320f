using System.Globalization;
using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The reader's private page of a case. Who has the address may read and write; nobody else learns that it exists.</summary>
internal static class ReceiptEndpoints
{
    public const int MostWatching = 8;

    public static void MapReceipts(this RouteGroupBuilder pages)
    {
        pages.MapGet(ReceiptToken.CaseRoute, Show);
        pages.MapGet(ReceiptToken.CaseRoute + "/live", Live);
        pages.MapGet(ReceiptToken.CaseRoute + "/files/{id}", Download);
        pages.MapGet(ReceiptToken.CaseRoute + "/" + CallEntry.FileName, Call);
        TakesFiles.On(pages.MapPost(ReceiptToken.CaseRoute + "/say", Say));
        TakesFiles.On(pages.MapPost(ReceiptToken.CaseRoute + "/solved", Solved));
        TakesFiles.On(pages.MapPost(ReceiptToken.CaseRoute + "/came-back", CameBack));
        pages.MapPost(ReceiptToken.CaseRoute + "/call-me", CallMe);
        pages.MapPost(ReceiptToken.CaseRoute + "/person", IsPerson);
    }

    private static async Task<IResult> Show(string token, Cases cases, HeldPosts held, CancellationToken cancel) =>
        await cases.FindByTokenAsync(token, cancel) is { } story
            ? Page.Of<CaseReceiptPage>(new { Story = story, Token = token })
            : await held.FindByTokenAsync(token, cancel) is { } post ? Page.Of<HeldPage>(new { Post = post, new ReceiptToken(token).Url })
            : TypedResults.NotFound();

    // "I am a person": what was held goes on.
    private static async Task<IResult> IsPerson(string token, HeldReleases releases, CancellationToken cancel) =>
        await releases.ReleaseByTokenAsync(token, cancel) is not null ? new SeeOther(new ReceiptToken(token).Url) : TypedResults.NotFound();

    // A receipt shows what its reader may see of the timeline: so many entries are one version of it.
    private static async Task<IResult> Live(string token, HttpContext http, Cases cases, LiveStream live, CancellationToken cancel) =>
        await cases.FindByTokenAsync(token, cancel) is { Case.Id: var id }
            ? await live.OpenAsync(http, Cases.PageOf(id), MostWatching, async ending => (await cases.CountEntriesAsync(id, ending)).ToString(CultureInfo.InvariantCulture), cancel)
            : TypedResults.NotFound();

    private static async Task<IResult> Download(string token, string id, Cases cases, AttachmentFolder folder, CancellationToken cancel) =>
        AttachmentDownload.Of(await cases.FindByTokenAsync(token, cancel), id, folder);

    private static async Task<IResult> Call(string token, Cases cases, CallEntry entry, CancellationToken cancel) =>
        await cases.FindByTokenAsync(token, cancel) is { } story && entry.ForReader(story) is { } text ? new CallFile(text) : TypedResults.NotFound();

    private static Task<IResult> Say(string token, SentForm sent, ReceiptForm form, Cases cases, CancellationToken cancel) =>
        form.TakeAsync(token, sent, needsWords: true, (id, words, files) => cases.SayAsync(id, words, files, cancel), cancel);

    private static Task<IResult> Solved(string token, SentForm sent, ReceiptForm form, Cases cases, CancellationToken cancel) =>
        form.TakeAsync(token, sent, needsWords: false, (id, words, files) => cases.SolvedAsync(id, words, files, cancel), cancel);

    private static Task<IResult> CameBack(string token, SentForm sent, ReceiptForm form, Cases cases, CancellationToken cancel) =>
        form.TakeAsync(token, sent, needsWords: false, (id, words, files) => cases.CameBackAsync(id, words, files, cancel), cancel);

    private static async Task<IResult> CallMe(string token, SentForm sent, Cases cases, SiteClock clock, Texts texts, CancellationToken cancel)
    {
        if (await cases.FindByTokenAsync(token, cancel) is not { } story) return TypedResults.NotFound();
        var (phone, time) = (sent.One("phone"), TypedCall.Of(sent));
        var errors = new List<FormError>();
        if (!ContactAddress.IsPhone(phone)) errors.Add(new FormError("phone", texts["receipt.case.error.phone"]));
        if (CallTime.Wrong(time, clock) is { } wrong) errors.Add(new FormError("call-from", texts[wrong]));
        if (errors.Count > 0)
            return Page.Of<CaseReceiptPage>(new { Story = story, Token = token, TypedPhone = phone, Call = time, Errors = errors }, StatusCodes.Status400BadRequest);
        await cases.CallMeAsync(story.Case.Id, phone, CallTime.Of(time, clock), cancel);
        return new SeeOther(new ReceiptToken(token).Url);
    }
}
