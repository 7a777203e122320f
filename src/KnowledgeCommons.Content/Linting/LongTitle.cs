using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>A title is read in a list on a phone.</summary>
internal sealed class LongTitle : LintRule
{
    private const int Longest = 90;

    public override IEnumerable<Finding> Check(Article article, Library library, DateOnly today)
    {
        if (article.Title.Length > Longest)
            yield return Note("long-title", article, $"The title has {article.Title.Length} characters; {Longest} fit a phone.", "Name the problem as a person would, and leave the rest to the summary.");
    }
}
