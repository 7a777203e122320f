using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Opens the case that a form asks for, or holds it when a machine seems to have sent it; either way there is a receipt.</summary>
internal sealed class HelpSending(Cases cases, HeldCases held)
{
    /// <param name="why">Why it is suspicious, as <see cref="Abuse.Suspicion"/> says; null when it is not.</param>
    public async Task<IResult> SendAsync(HttpContext http, HelpForm form, Asker asker, HelpRequest request, bool isNow, string? why, CancellationToken cancel)
    {
        var token = why is null ? await cases.OpenAsync(request, cancel) : await held.HoldAsync(form, asker, request, isNow, why, cancel);
        ReceiptsCookie.Add(http, token);
        ReaderCookie.Keep(http);
        return new SeeOther(token.Url);
    }
}
