using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The one door between rewrite cases and Health: what the evidence says, and what Health has to know of what people do.</summary>
internal sealed class RewriteEvidence(
    Database database, ArticleHealth health, HealthSentence sentences, FlagAnswers answers, RevisionChanges revisions, PublishedLibrary published, Texts texts)
{
    /// <summary>What a person is called where none is named.</summary>
    public string NobodyNamed => texts["help.servicedesk"];

    /// <summary>The articles whose flag nobody has answered.</summary>
    public async Task<IReadOnlyList<Article>> FlaggedAsync(CancellationToken cancel) => [.. (await health.FlaggedAsync(cancel)).Select(report => report.Article)];

    /// <summary>What is counted about an article's present version, and what the model makes of the article, once it has seen it.</summary>
    public async Task<string> SentenceAsync(Article article, CancellationToken cancel)
    {
        var report = (await health.OfAsync(article, cancel)).Present;
        var counted = EvidenceSentence.Of(report.Numbers, texts);
        return await JudgedAsync(article, cancel) is { } judged ? $"{counted} {sentences.Of(report with { Judgement = judged })}" : counted;
    }

    /// <summary>What readers have shown so far about the version that answers a case, against what is expected.</summary>
    public async Task<Proof> ProofAsync(RewriteCase about, Article article, CancellationToken cancel)
    {
        var (verdict, sure) = ProofRule.Of(await JudgedAsync(article, cancel), about.AnsweredAt ?? about.OpenedAt);
        if (sure is not { } share) return new Proof(verdict, Percent: 0, texts["rewrite.proof.nothing"]);
        var percent = Math.Clamp((long)Math.Round(100 * share), 1, 99);
        return new Proof(verdict, percent, texts.With($"rewrite.proof.{verdict}", ("percent", percent)));
    }

    /// <summary>Health hears of a flag that somebody put up.</summary>
    public Task RaiseAsync(DbConnection connection, RewriteCase opened, string because, string by) =>
        answers.AddAsync(connection, (opened.Article, opened.Revision), FlagAnswer.Raised, because, by);

    /// <summary>Health hears of a step that changes how an article's evidence is to be read.</summary>
    public Task TakeAsync(DbConnection connection, RewriteCase after, RewriteEvent entry) => entry.Kind switch
    {
        RewriteEvent.Assigned => answers.AddAsync(connection, PresentOf(after), FlagAnswer.BeingRewritten, because: null, entry.Whom ?? after.WhoseName),
        RewriteEvent.Declined => answers.AddAsync(connection, PresentOf(after), FlagAnswer.PageIsRight, entry.Words, entry.Who ?? after.WhoseName),
        RewriteEvent.Published when after.Answer is { } revision => revisions.DeclareAsync(connection, after.Article, revision, after.Number),
        _ => Task.CompletedTask
    };

    // States change with the night's work alone: what flags and verdicts follow from is what was kept then.
    private Task<Judgement?> JudgedAsync(Article article, CancellationToken cancel) =>
        database.ReadAsync(connection => JudgementBook.FindAsync(connection, article.Id), cancel);

    // What people say holds for the version that is published while they say it.
    private (string Article, string Revision) PresentOf(RewriteCase about) =>
        (about.Article, published.Whole.FindById(about.Article)?.Revision.Value ?? about.Revision);
}
