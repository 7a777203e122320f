using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Takes words and files that somebody adds on a receipt; what cannot be taken is said on the page, with the words still in their field.</summary>
internal sealed class ReceiptForm(Cases cases, Attachments attachments, Texts texts)
{
    public async Task<IResult> TakeAsync(string token, SentForm sent, bool needsWords,
        Func<string, string?, IReadOnlyList<CaseFileRow>, Task> change, CancellationToken cancel)
    {
        if (await cases.FindByTokenAsync(token, cancel) is not { } story) return TypedResults.NotFound();
        var words = sent.Words("text");
        var (files, refused) = await attachments.TakeAsync(sent, story.Files.Count, cancel);
        var wrong = words.Length > HelpCheck.LongestWords ? "help.error.long"
            : needsWords && words.Length == 0 && sent.Files.Count == 0 ? "receipt.case.error.words"
            : null;
        IReadOnlyList<FormError> errors = wrong is null ? refused : [new FormError("text", texts[wrong]), .. refused];
        if (errors.Count > 0)
            return Page.Of<CaseReceiptPage>(new { Story = story, Token = token, Typed = words, Errors = errors }, StatusCodes.Status400BadRequest);
        await change(story.Case.Id, words.Length == 0 ? null : words, files);
        return new SeeOther(new ReceiptToken(token).Url);
    }
}
