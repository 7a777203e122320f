using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>"Shall it go to Ana with the old notes?" One tap opens a case with everything that was said in the earlier one.</summary>
internal static class AgainEndpoints
{
    public static void MapAgain(this RouteGroupBuilder pages)
    {
        pages.MapPost("/help/again", Again);
        pages.MapGet(ReceiptToken.SameAgainRoute, AskSame);
        pages.MapPost(ReceiptToken.SameAgainRoute, SaySame);
    }

    // A page with one button, because programs that check mails open every link in them.
    private static async Task<IResult> AskSame(string token, SameAgain same, CancellationToken cancel) =>
        await same.FindAsync(token, cancel) is { SameAs: { } earlier } story
            ? Page.Of<SameAgainPage>(new { Story = story, Earlier = earlier, Address = new ReceiptToken(token).Url })
            : TypedResults.NotFound();

    private static async Task<IResult> SaySame(string token, SameAgain same, CancellationToken cancel)
    {
        if (await same.FindAsync(token, cancel) is not { } story) return TypedResults.NotFound();
        await same.SayAsync(story, cancel);
        return new SeeOther(new ReceiptToken(token).Url);
    }

    // A case that this browser is not known by might as well not be there.
    private static async Task<IResult> Again(
        HttpContext http, SentForm sent, PastCases past, Cases cases, PublishedLibrary published, DutyDesk duty, Addresses addresses, SiteClock clock, CancellationToken cancel)
    {
        var asker = Asker.Of(http);
        var earlier = (await past.OfAsync(asker, cancel)).FirstOrDefault(each => each.Id == sent.One("case"));
        if (earlier is null || await cases.FindByNumberAsync(earlier.Number, cancel) is not { } story) return new SeeOther("/help");
        var token = await cases.OpenAsync(HelpRequest.Again(story, asker, duty.ResponderAgain(earlier, clock.Now), published.Seen, addresses.Open(earlier.Contact), sent.One("form")), cancel);
        ReceiptsCookie.Add(http, token);
        ReaderCookie.Keep(http);
        return new SeeOther(token.Url);
    }
}
