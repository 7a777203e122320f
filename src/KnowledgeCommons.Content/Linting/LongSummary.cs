using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>The summary stands below the title everywhere; one sentence says whether this is the right article.</summary>
internal sealed class LongSummary : LintRule
{
    private const int Longest = 300;

    public override IEnumerable<Finding> Check(Article article, Library library, DateOnly today)
    {
        if (article.Summary.Length == 0)
            yield return Note("no-summary", article, "There is no summary and no first paragraph to stand for one.", "Add 'summary:' with one sentence that says what gets working again.");
        else if (article.Summary.Length > Longest)
            yield return Note("long-summary", article, $"The summary has {article.Summary.Length} characters; at most {Longest} are read.", "Say in one sentence what gets working again.");
    }
}
