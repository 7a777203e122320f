using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The one door between rewrite cases and Health: what the evidence says, and what Health has to know of what people do.</summary>
internal sealed class RewriteEvidence(ArticleHealth health, FlagAnswers answers, Texts texts)
{
    private const long FewestAttempts = 20;
    private const double Tolerable = 0.15;

    /// <summary>What a person is called where none is named.</summary>
    public string NobodyNamed => texts["help.servicedesk"];

    /// <summary>The articles whose flag nobody has answered.</summary>
    public async Task<IReadOnlyList<Article>> FlaggedAsync(CancellationToken cancel) => [.. (await health.FlaggedAsync(cancel)).Select(report => report.Article)];

    /// <summary>What the evidence says about an article's present version, in one sentence.</summary>
    public async Task<string> SentenceAsync(Article article, CancellationToken cancel) =>
        EvidenceSentence.Of((await health.OfAsync(article, cancel)).Present.Numbers, texts);

    /// <summary>What readers have shown about the article's present version so far, against what is expected.</summary>
    public async Task<Proof> ProofAsync(Article article, CancellationToken cancel)
    {
        var numbers = (await health.OfAsync(article, cancel)).Present.Numbers;
        var (low, high) = (Wilson.LowerBound(numbers.Contacted, numbers.Attempts), 1 - Wilson.LowerBound(numbers.Attempts - numbers.Contacted, numbers.Attempts));
        var verdict = FlagRule.Calls(numbers) ? Proof.NoBetter : numbers.Attempts >= FewestAttempts && high < Tolerable ? Proof.InOrder : Proof.CannotTell;
        return Told(verdict, verdict == Proof.CannotTell ? (long)(100 * (1 - ((low + high) / 2))) : 95);
    }

    /// <summary>Health hears of a flag that somebody put up.</summary>
    public Task RaiseAsync(DbConnection connection, RewriteCase opened, string because, string by) =>
        answers.AddAsync(connection, (opened.Article, opened.Revision), FlagAnswer.Raised, because, by);

    /// <summary>Health hears of a step that changes how an article's evidence is to be read.</summary>
    public Task TakeAsync(DbConnection connection, RewriteCase after, RewriteEvent entry) => entry.Kind switch
    {
        RewriteEvent.Assigned => answers.AddAsync(connection, (after.Article, after.Revision), FlagAnswer.BeingRewritten, because: null, entry.Whom ?? after.WhoseName),
        RewriteEvent.Declined => answers.AddAsync(connection, (after.Article, after.Revision), FlagAnswer.PageIsRight, entry.Words, entry.Who ?? after.WhoseName),
        _ => Task.CompletedTask
    };

    private Proof Told(string verdict, long percent) => new(verdict, percent, texts.With($"rewrite.proof.{verdict}", ("percent", percent)));
}
