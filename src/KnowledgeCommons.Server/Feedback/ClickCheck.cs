using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>What was sent about an article, from a form or a program, before anything is believed of it.</summary>
internal sealed record SentOutcome(string? Answer, string? Revision, string? Search, string? Reason = null, string? Step = null, string? Text = null);

/// <summary>Turns what was sent into a click that can be stored, or says in a sentence why not.</summary>
internal sealed class ClickCheck(RevisionsSeen revisions, Texts texts)
{
    /// <summary>Exactly one of the two is not null.</summary>
    public async ValueTask<(Click? Click, string? Refusal)> CheckAsync(Article article, SentOutcome sent, HttpContext context, CancellationToken cancel)
    {
        if (OutcomeAnswer.Find(sent.Answer) is not { } answer) return (null, texts["feedback.refused.answer"]);
        var details = OutcomeDetails.Parse(sent.Reason, sent.Step, sent.Text, out var refusal);
        if (refusal is not null) return (null, texts[refusal]);
        var revision = string.IsNullOrEmpty(sent.Revision) ? article.Revision.Value : sent.Revision;
        if (!await revisions.HasAsync(article, revision, cancel)) return (null, texts["feedback.refused.revision"]);
        var search = SearchCookie.Parse(sent.Search) ?? SearchCookie.Of(context);
        return (new Click(ReaderCookie.Of(context).Key, article, revision, search, answer, details), null);
    }
}
