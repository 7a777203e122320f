using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>What readers answer to what they were told, and where they want to hear of it.</summary>
internal static class ToldEndpoints
{
    public static void MapTold(this RouteGroupBuilder receipts)
    {
        receipts.MapPost(ReceiptToken.FeedbackRoute + "/works", Answer);
        receipts.MapPost(ReceiptToken.FeedbackRoute + "/hear", Hear);
    }

    private static async Task<Results<SeeOther, NotFound, RazorComponentResult<ToldPage>>> Answer(
        string token, SentForm sent, ToldChanges changes, Texts texts, CancellationToken cancel)
    {
        var answer = sent.One("works");
        if (ToldAnswer.All.Contains(answer))
            return await changes.AnswerAsync(token, answer, cancel) ? new SeeOther(new ReceiptToken(token).Url) : TypedResults.NotFound();
        return await changes.FindAsync(token, cancel) is { } told
            ? Page.Of<ToldPage>(new { Told = told, Refusal = texts["told.refused"] }, StatusCodes.Status400BadRequest)
            : TypedResults.NotFound();
    }

    private static async Task<Results<SeeOther, NotFound, RazorComponentResult<FeedbackReceipt>>> Hear(
        string token, SentForm sent, HearBack hearBack, FeedbackStories stories, ReachByMail mail, Texts texts, CancellationToken cancel)
    {
        if (await stories.FindAsync(token, cancel) is not { } story || !mail.IsSetUp) return TypedResults.NotFound();
        var contact = sent.One("contact");
        if (sent.One("stop").Length > 0) await hearBack.LeaveAsync(token, cancel);
        else if (ContactAddress.IsEmail(contact)) await hearBack.AskAsync(token, contact, cancel);
        else
            return Page.Of<FeedbackReceipt>(
                new { Story = story, Typed = TypedDetails.Of(story.Newest) with { Refusal = texts["hear.refused"] } }, StatusCodes.Status400BadRequest);
        return new SeeOther(story.Url + "#hear");
    }
}
