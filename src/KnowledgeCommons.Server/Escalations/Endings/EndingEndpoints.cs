using System.Globalization;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>One tap each on the receipt of a case that is over.</summary>
internal static class EndingEndpoints
{
    public static void MapEndings(this RouteGroupBuilder pages) => pages.MapPost(ReceiptToken.CaseRoute + "/ending", Tell);

    private static async Task<IResult> Tell(string token, SentForm sent, Cases cases, CaseEndings endings, CancellationToken cancel)
    {
        if (await cases.FindByTokenAsync(token, cancel) is not { } story) return TypedResults.NotFound();
        var heard = sent.One("heard");
        var isNumber = int.TryParse(sent.One("minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes);
        if (isNumber && CaseEnding.Minutes.Contains(minutes)) await endings.KeepMinutesAsync(story.Case.Id, minutes, cancel);
        else if (CaseEnding.Answers.Contains(heard)) await endings.KeepHeardAsync(story.Case.Id, heard, cancel);
        else return TypedResults.BadRequest();
        return new SeeOther(new ReceiptToken(token).Url + "#ending");
    }
}
