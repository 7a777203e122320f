using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>The sentence that stands for an article where there is room for one: what the model says or, before it can say anything, what people did.</summary>
internal sealed class SaidOf(HealthSentence sentence, Texts texts)
{
    public string Sentence(ArticleReport report) => HasJudgement(report) || report.HarmedAt is not null ? sentence.Of(report) : EvidenceSentence.Of(report.Numbers, texts);

    /// <summary>What people did with the present version, where that is not said already.</summary>
    public string? Besides(ArticleReport report) => HasJudgement(report) && report.Numbers.Attempts > 0 ? EvidenceSentence.Of(report.Numbers, texts) : null;

    private static bool HasJudgement(ArticleReport report) => report.Judgement is { Stands: not Health.Model.HealthState.NotEnoughEvidence };
}
