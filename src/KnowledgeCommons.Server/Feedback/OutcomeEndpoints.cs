using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Feedback;

internal static class OutcomeEndpoints
{
    private const string FormEnding = "/outcome";
    private const string ApiEnding = "/outcomes";

    /// <summary>"Did this fix your problem?": the first click is stored before anything else is asked.</summary>
    public static async Task<Results<SeeOther, NotFound, RazorComponentResult<RefusedPage>>> RecordOutcome(
        string path, IFormCollection form, PublishedLibrary published, ClickCheck check, AnswerSending sending, HttpContext context, CancellationToken cancel)
    {
        if (OutcomeAddress.Find(published.Seen, path, FormEnding) is not { } article) return TypedResults.NotFound();
        var sent = new SentOutcome(form["answer"], form["revision"], form["search"]);
        var (click, refusal) = await check.CheckAsync(article, sent, context, cancel);
        if (click is null) return Page.Of<RefusedPage>(new { Article = article, Refusal = refusal }, StatusCodes.Status400BadRequest);
        return new SeeOther((await sending.SendAsync(context, form, click, cancel)).Url);
    }

    /// <summary>The same for programs, which may send reason, step and words at once.</summary>
    public static async Task<Results<Created<ReceiptLink>, NotFound, ProblemHttpResult>> RecordOutcomeAsJson(
        string path, OutcomeRequest sent, PublishedLibrary published, ClickCheck check, AnswerSending sending, HttpContext context, CancellationToken cancel)
    {
        if (OutcomeAddress.Find(published.Seen, path, ApiEnding) is not { } article) return TypedResults.NotFound();
        var (click, refusal) = await check.CheckAsync(article, sent.AsSent(), context, cancel);
        if (click is null) return TypedResults.Problem(refusal, statusCode: StatusCodes.Status400BadRequest);
        var receipt = (await sending.SendAsync(context, FormCollection.Empty, click, cancel)).Url;
        return TypedResults.Created(receipt, new ReceiptLink(receipt));
    }
}
