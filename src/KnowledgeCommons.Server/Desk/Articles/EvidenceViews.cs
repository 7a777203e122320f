using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Gathers what the desk's page about one article shows.</summary>
internal sealed class EvidenceViews(ArticleHealth health, ArticleEvidenceReader evidence)
{
    /// <summary>An unknown revision is the present one, an unknown kind of answer all of them.</summary>
    public async Task<EvidenceView> OfAsync(Article article, string? revision, string? said, CancellationToken cancel)
    {
        var (report, revisions) = await health.OfAsync(article, cancel);
        var chosen = (revisions.FirstOrDefault(past => past.Numbers.Revision == revision) ?? revisions[0]).Numbers;
        var rows = await health.RowsAsync(article, chosen.Revision, cancel);
        return new EvidenceView(report, revisions, chosen, rows, await evidence.OfAsync(article, cancel), Feedback.OutcomeAnswer.Find(said)?.Key) { IsChosen = revision is not null };
    }
}
