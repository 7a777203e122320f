using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// "No such mails": a page with one button, because programs that check mails open every link in them. The same address takes the one click of mail
/// programs (RFC 8058), which send a form with List-Unsubscribe=One-Click and no cookies.
/// </summary>
internal static class WeeklyEndpoints
{
    public static async Task<Results<RazorComponentResult<WeeklyPage>, NotFound>> Show(string token, WeeklyChoice choice, CancellationToken cancel) =>
        choice.Find(token) is { } person
            ? Page.Of<WeeklyPage>(new { Address = choice.TokenOf(person.Key).Url, IsOff = (await choice.OffAsync(cancel)).Contains(person.Key) })
            : TypedResults.NotFound();

    public static async Task<Results<SeeOther, NotFound>> Choose(string token, SentForm sent, WeeklyChoice choice, CancellationToken cancel)
    {
        if (choice.Find(token) is not { } person) return TypedResults.NotFound();
        await choice.ChooseAsync(person, wants: sent.One("wants").Length > 0, cancel);
        return new SeeOther(choice.TokenOf(person.Key).Url);
    }
}
