using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The one door between rewrite cases and Health: what the evidence says, and what Health has to know of what people do.</summary>
internal sealed class RewriteEvidence(ArticleHealth health, HealthSentence sentence, RevisionChanges changes, FlagAnswers answers, Texts texts)
{
    /// <summary>What a person is called where none is named.</summary>
    public string NobodyNamed => texts["help.servicedesk"];

    /// <summary>The articles whose flag nobody has answered.</summary>
    public async Task<IReadOnlyList<Article>> FlaggedAsync(CancellationToken cancel) => [.. (await health.FlaggedAsync(cancel)).Select(report => report.Article)];

    /// <summary>What the evidence says about an article: what the model says or, before it can say anything, what people did with the present version.</summary>
    public async Task<string> SentenceAsync(Article article, CancellationToken cancel)
    {
        var report = (await health.OfAsync(article, cancel)).Present;
        return report.Judgement is { Stands: not HealthState.NotEnoughEvidence } || report.HarmedAt is not null ? sentence.Of(report) : EvidenceSentence.Of(report.Numbers, texts);
    }

    /// <summary>What readers have shown about the rewrite that answers a case, against what is expected.</summary>
    public async Task<Proof> ProofAsync(Article article, RewriteCase about, CancellationToken cancel)
    {
        var (verdict, percent) = ProofRule.Of((await health.OfAsync(article, cancel)).Present, about.AnsweredAt);
        return Told(verdict, percent);
    }

    /// <summary>Health hears of a flag that somebody put up.</summary>
    public Task RaiseAsync(DbConnection connection, RewriteCase opened, string because, string by) =>
        answers.AddAsync(connection, (opened.Article, opened.Revision), FlagAnswer.Raised, because, by);

    /// <summary>Health hears of a step that changes how an article's evidence is to be read.</summary>
    public Task TakeAsync(DbConnection connection, RewriteCase after, RewriteEvent entry) => entry.Kind switch
    {
        RewriteEvent.Assigned => answers.AddAsync(connection, (after.Article, after.Revision), FlagAnswer.BeingRewritten, because: null, entry.Whom ?? after.WhoseName),
        RewriteEvent.Declined => answers.AddAsync(connection, (after.Article, after.Revision), FlagAnswer.PageIsRight, entry.Words, entry.Who ?? after.WhoseName),
        RewriteEvent.Published when after.Answer is { } answer => changes.DeclareAsync(connection, after.Article, answer, after.Number),
        _ => Task.CompletedTask
    };

    private Proof Told(string verdict, long percent) => new(verdict, percent, texts.With($"rewrite.proof.{verdict}", ("percent", percent)));
}
