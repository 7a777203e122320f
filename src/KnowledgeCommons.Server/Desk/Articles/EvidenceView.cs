using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What the desk's page about one article shows: all revisions, and the rows of the chosen one.</summary>
public sealed record EvidenceView(ArticleReport Report, IReadOnlyList<PastRevision> Revisions, RevisionNumbers Chosen, EvidenceRows Rows, string? Said)
{
    public Article Article => Report.Article;

    /// <summary>What was said, or only the answers of one kind that count.</summary>
    public IReadOnlyList<SaidRow> SaidRows => Said is null ? Rows.Said : [.. Rows.Said.Where(row => row.Counts && row.Answer == Said)];

    /// <summary>An unknown revision is the present one, an unknown kind of answer all of them.</summary>
    internal static async Task<EvidenceView> OfAsync(ArticleHealth health, Article article, string? revision, string? said, CancellationToken cancel)
    {
        var (report, revisions) = await health.OfAsync(article, cancel);
        var chosen = (revisions.FirstOrDefault(past => past.Numbers.Revision == revision) ?? revisions[0]).Numbers;
        var rows = await health.RowsAsync(article, chosen.Revision, cancel);
        return new EvidenceView(report, revisions, chosen, rows, Feedback.OutcomeAnswer.Find(said)?.Key);
    }

    /// <summary>The address of the rows behind a number of one revision; the kind of answer narrows them.</summary>
    public string RowsUrl(string revision, string kind, string? answer = null) =>
        $"{DeskArticles.UrlOf(Article)}?revision={Uri.EscapeDataString(revision)}{(answer is null ? "" : "&said=" + answer)}#{kind}";
}
