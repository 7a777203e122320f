using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>Who has left can mend no article.</summary>
internal sealed class OwnerLeft : LintRule
{
    public override IEnumerable<Finding> Check(Article article, Library library, DateOnly today)
    {
        if (library.OwnerOf(article) is { } owner && owner.LeftOn <= today)
            yield return Note("owner-left", article, $"{owner.Name}, who answers for this article, left on {owner.LeftOn:yyyy-MM-dd}.", "Give it, or its topic, a new owner.") with { Severity = Severity.Warning };
    }
}
