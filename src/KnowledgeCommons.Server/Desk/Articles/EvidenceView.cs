using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What the desk's page about one article shows: what is known about it, all revisions, and the rows of the chosen one.</summary>
public sealed record EvidenceView(
    ArticleReport Report, IReadOnlyList<PastRevision> Revisions, RevisionNumbers Chosen, EvidenceRows Rows, ArticleEvidence Evidence, string? Said)
{
    public Article Article => Report.Article;

    /// <summary>Somebody asked for these rows, and did not come for the whole page.</summary>
    public bool IsChosen { get; init; }

    /// <summary>What was said, or only the answers of one kind that count.</summary>
    public IReadOnlyList<SaidRow> SaidRows => Said is null ? Rows.Said : [.. Rows.Said.Where(row => row.Counts && row.Answer == Said)];

    /// <summary>People's own words are shown as soon as several people wrote some: of one or two, colleagues would know who it was.</summary>
    public bool ShowsWords => Rows.Said.Where(row => row.Text is not null).Select(row => row.Reader).Distinct().Count() >= WordsUsed.FewestPeople;

    /// <summary>The address of the rows behind a number of one revision; the kind of answer narrows them.</summary>
    public string RowsUrl(string revision, string kind, string? answer = null) =>
        $"{DeskArticles.UrlOf(Article)}?revision={Uri.EscapeDataString(revision)}{(answer is null ? "" : "&said=" + answer)}#{kind}";
}
