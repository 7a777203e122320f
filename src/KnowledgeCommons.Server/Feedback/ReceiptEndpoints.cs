using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>The reader's private page for what they said about an article. Whoever has its address may read and add; nobody else finds it.</summary>
internal static class ReceiptEndpoints
{
    private const int MostWatching = 8;

    public static async Task<Results<RazorComponentResult<FeedbackReceipt>, RazorComponentResult<ToldPage>, RazorComponentResult<HeldPage>, NotFound>> ShowReceipt(
        string token, FeedbackStories stories, ToldChanges changes, HeldPosts held, CancellationToken cancel) =>
        await stories.FindAsync(token, cancel) is { } story ? Page.Of<FeedbackReceipt>(new { Story = story })
        : await changes.FindAsync(token, cancel) is { } told ? Page.Of<ToldPage>(new { Told = told })
        : await held.FindByTokenAsync(token, cancel) is { } post ? Page.Of<HeldPage>(new { Post = post, new ReceiptToken(token).Url })
        : TypedResults.NotFound();

    /// <summary>"I am a person": what was held goes on.</summary>
    public static async Task<Results<SeeOther, NotFound>> IsPerson(string token, HeldReleases releases, CancellationToken cancel) =>
        await releases.ReleaseByTokenAsync(token, cancel) is not null ? new SeeOther(new ReceiptToken(token).Url) : TypedResults.NotFound();

    /// <summary>It hears what is said on it elsewhere, and within 20 seconds of a change of its article.</summary>
    public static async Task<IResult> Live(string token, HttpContext http, FeedbackStories stories, LiveStream live, CancellationToken cancel) =>
        await stories.FindAsync(token, cancel) is null
            ? TypedResults.NotFound()
            : await live.OpenAsync(http, Outcomes.PageOf(token), MostWatching, async ending => (await stories.FindAsync(token, ending))?.Version ?? "gone", cancel);

    public static async Task<Results<SeeOther, NotFound, RazorComponentResult<FeedbackReceipt>>> SayMore(
        string token, IFormCollection form, FeedbackStories stories, Outcomes outcomes, Texts texts, CancellationToken cancel)
    {
        var answer = OutcomeAnswer.Find(form["answer"]);
        var details = OutcomeDetails.Parse(form["reason"], form["step"], form["text"], out var refusal);
        if (answer is null && !string.IsNullOrEmpty(form["answer"])) refusal = "feedback.refused.answer";
        if (refusal is null) return await KeepAsync(token, answer, details, outcomes, cancel);
        if (await stories.FindAsync(token, cancel) is not { } story) return TypedResults.NotFound();
        var typed = new TypedDetails(form["reason"], form["step"], form["text"], texts[refusal]);
        return Page.Of<FeedbackReceipt>(new { Story = story, Typed = typed }, StatusCodes.Status400BadRequest);
    }

    public static async Task<Results<SeeOther, NotFound>> CameBack(string token, Outcomes outcomes, CancellationToken cancel) =>
        await outcomes.SayMoreAsync(token, OutcomeAnswer.CameBack, OutcomeDetails.None, cancel)
            ? new SeeOther(new ReceiptToken(token).Url)
            : TypedResults.NotFound();

    private static async Task<Results<SeeOther, NotFound, RazorComponentResult<FeedbackReceipt>>> KeepAsync(
        string token, OutcomeAnswer? answer, OutcomeDetails details, Outcomes outcomes, CancellationToken cancel) =>
        await outcomes.SayMoreAsync(token, answer, details, cancel) ? new SeeOther(new ReceiptToken(token).Url) : TypedResults.NotFound();
}
