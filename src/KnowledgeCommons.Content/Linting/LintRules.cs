using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>All rules; add one by adding its file and its line here. Those about who is on duty look at the library as a whole.</summary>
internal static class LintRules
{
    private static readonly LintRule[] All = [new LongTitle(), new LongSummary(), new NobodyAnswers(), new OwnerLeft(), new ReviewOverdue(), new UnknownPlatform(), new SameTitle()];

    public static IEnumerable<Finding> Check(Library library, DateOnly today) => OfArticles(library, today).Concat(RotaRules.Check(library, today));

    private static IEnumerable<Finding> OfArticles(Library library, DateOnly today) =>
        from article in library.Articles
        from rule in All
        from finding in rule.Check(article, library, today)
        select finding;
}
