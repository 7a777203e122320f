using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The reader's private page of a case. Who has the address may read and write; nobody else learns that it exists.</summary>
internal static class ReceiptEndpoints
{
    public static void MapReceipts(this RouteGroupBuilder pages)
    {
        pages.MapGet(ReceiptToken.CaseRoute, Show);
        pages.MapPost(ReceiptToken.CaseRoute + "/say", Say);
        pages.MapPost(ReceiptToken.CaseRoute + "/solved", Solved);
        pages.MapPost(ReceiptToken.CaseRoute + "/came-back", CameBack);
    }

    private static async Task<IResult> Show(string token, Cases cases, CancellationToken cancel) =>
        await cases.FindByTokenAsync(token, cancel) is { } story
            ? Page.Of<CaseReceiptPage>(new { Story = story, Token = token })
            : TypedResults.NotFound();

    private static Task<IResult> Say(string token, SentForm sent, Cases cases, Texts texts, CancellationToken cancel) =>
        ChangeAsync(token, sent, cases, texts, needsWords: true, (story, words) => cases.SayAsync(story.Case.Id, words, cancel), cancel);

    private static Task<IResult> Solved(string token, SentForm sent, Cases cases, Texts texts, CancellationToken cancel) =>
        ChangeAsync(token, sent, cases, texts, needsWords: false, (story, words) => cases.SolvedAsync(story.Case.Id, OrNull(words), cancel), cancel);

    private static Task<IResult> CameBack(string token, SentForm sent, Cases cases, Texts texts, CancellationToken cancel) =>
        ChangeAsync(token, sent, cases, texts, needsWords: false,
            (story, words) => cases.CameBackAsync(story.Case.Id, OrNull(words), cancel), cancel);

    private static async Task<IResult> ChangeAsync(
        string token, SentForm sent, Cases cases, Texts texts, bool needsWords, Func<Story, string, Task> change, CancellationToken cancel)
    {
        if (await cases.FindByTokenAsync(token, cancel) is not { } story) return TypedResults.NotFound();
        var words = sent.Words("text");
        var wrong = words.Length > HelpCheck.LongestWords ? "help.error.long" : needsWords && words.Length == 0 ? "receipt.case.error.words" : null;
        if (wrong is not null)
        {
            var page = new { Story = story, Token = token, Typed = words, Errors = (IReadOnlyList<FormError>)[new FormError("text", texts[wrong])] };
            return Page.Of<CaseReceiptPage>(page, StatusCodes.Status400BadRequest);
        }
        await change(story, words);
        return new SeeOther(new ReceiptToken(token).Url);
    }

    private static string? OrNull(string words) => words.Length == 0 ? null : words;
}
