using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Keeps an answer, or holds it when a machine seems to have sent it; either way there is a receipt.</summary>
internal sealed class AnswerSending(Outcomes outcomes, HeldAnswers held, Suspicion suspicion)
{
    public Task<ReceiptToken> SendAsync(HttpContext context, IFormCollection sent, Click click, CancellationToken cancel) =>
        suspicion.OfAnswer(context, sent, click.Article.Id) is { } why ? held.HoldAsync(click, why, cancel) : outcomes.AddAsync(click, cancel);
}
